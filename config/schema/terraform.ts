import { z } from "zod";
import { tags } from "./primitives";

const relativeDirectory = z
  .string()
  .regex(
    /^(\.\.\/){3}(?!.*cdktf\.out)[^/\\][^\\]*$/,
    "begin with ../../../ and lie outside cdktf.out (a stack runs in cdktf.out/stacks/<stack>, where synth deletes what it does not know)",
  );

const s3 = z.strictObject({
  /** State in S3, locked by a lock file beside it (Terraform 1.10 or later). */
  type: z.literal("s3"),
  /** Bucket; leave out to pass it with -backend-config. */
  bucket: z.string().optional(),
  /** Region of the bucket. */
  region: z.string().optional(),
  /**
   * Prefix of the state's key; the stack's name and terraform.tfstate follow.
   * @default org-baseline
   */
  prefix: z
    .string()
    .regex(/^[\w.-]+(\/[\w.-]+)*$/, "be a key prefix without slashes at its ends")
    .default("org-baseline"),
  /** Key that encrypts the state. */
  kmsKeyId: z.string().optional(),
  /** Role that is assumed to reach the bucket. */
  roleArn: z.string().optional(),
});

const gcs = z.strictObject({
  type: z.literal("gcs"),
  /** Bucket; leave out to pass it with -backend-config. */
  bucket: z.string().optional(),
  /** @default org-baseline */
  prefix: z.string().default("org-baseline"),
});

const azurerm = z.strictObject({
  type: z.literal("azurerm"),
  resourceGroupName: z.string().optional(),
  storageAccountName: z.string().optional(),
  containerName: z.string().optional(),
  /** @default org-baseline */
  prefix: z.string().default("org-baseline"),
});

const http = z.strictObject({
  /** For GitLab-managed state and its like: the addresses come from TF_HTTP_* or from `address`. */
  type: z.literal("http"),
  /** Base address; the stack's name follows it. Leave out to pass everything by environment. */
  address: z.url({ protocol: /^https$/, error: "be an https address" }).optional(),
});

const remote = z.strictObject({
  /** HCP Terraform or Terraform Enterprise: `cloud` (recommended) or the older `remote`. */
  type: z.enum(["cloud", "remote"]),
  organization: z.string().min(1, "not be empty"),
  /** @default app.terraform.io */
  hostname: z.string().optional(),
  /**
   * Prefix of the workspace's name; the stack's name follows.
   * @default org-baseline-
   */
  workspacePrefix: z.string().default("org-baseline-"),
});

const local = z.strictObject({
  /** State in a directory of this machine. For a first look, not for a team. */
  type: z.literal("local"),
  /** Relative to a stack's folder, and outside cdktf.out. */
  directory: relativeDirectory,
});

const none = z.strictObject({
  /** No backend block: the pipeline brings its own (Spacelift, Atlantis, an override file). */
  type: z.literal("none"),
});

export const terraform = z.strictObject({
  /** Where each stack's state lives. */
  backend: z.discriminatedUnion("type", [s3, gcs, azurerm, http, remote, local, none]),
  /**
   * Form of the output. `portable` is valid on AWS provider 5.100 and on 6.x: one provider configuration for each
   * account and Region. `6` needs 6.x and has one for each account, with `region` on the resources: less memory.
   * Addresses and state are the same, so switching moves nothing.
   * @default portable
   */
  awsProvider: z.enum(["portable", "6"]).default("portable"),
  /**
   * `required_version` of every stack.
   * @default >= 1.10.0
   */
  requiredVersion: z
    .string()
    .regex(
      /^[~><=!]*\s*\d+(\.\d+){0,2}(\s*,\s*[~><=!]*\s*\d+(\.\d+){0,2})*$/,
      "be a version constraint such as >= 1.10.0",
    )
    .default(">= 1.10.0"),
  /**
   * Tags that every stack of your company carries (cost centre, repository), besides `tags`.
   * @default none
   */
  defaultTags: tags.default({}),
});

import { z } from "zod";
import { bucketName, formed, keyPrefix, notEmpty, regionName } from "./primitives";
import { roleArn } from "./principals";

const relativeDirectory = formed(
  /^(\.\.\/){3}(?!.*cdktf\.out)[^/\\][^\\]*$/,
  "begin with ../../../ and lie outside cdktf.out (a stack runs in cdktf.out/stacks/<stack>, where synth deletes what it does not know)",
);

const s3 = z.strictObject({
  /** State in S3, locked by a lock file beside it (Terraform 1.10 or later). */
  type: z.literal("s3"),
  /**
   * Bucket of the state. Not one of the baseline's own.
   * @default passed with -backend-config
   */
  bucket: bucketName.optional(),
  /**
   * Region of the bucket.
   * @default passed with -backend-config, or AWS_REGION
   */
  region: regionName.optional(),
  /**
   * Prefix of the state's key; the stack's name and terraform.tfstate follow. Changing it later loses sight of the
   * state: move the objects first.
   * @default org-baseline
   */
  prefix: keyPrefix.default("org-baseline"),
  /**
   * KMS key that encrypts the state: an id, an alias or an ARN.
   * @default the bucket's own encryption
   */
  kmsKeyId: notEmpty.optional(),
  /**
   * Role that is assumed to reach the bucket.
   * @default the pipeline's own credentials
   */
  roleArn: roleArn.optional(),
});

const gcs = z.strictObject({
  /** State in Google Cloud Storage, which locks by itself. */
  type: z.literal("gcs"),
  /**
   * Bucket of the state.
   * @default passed with -backend-config
   */
  bucket: notEmpty.optional(),
  /**
   * Prefix of the state's object; the stack's name follows.
   * @default org-baseline
   */
  prefix: keyPrefix.default("org-baseline"),
});

const azurerm = z.strictObject({
  /** State in Azure Blob Storage, which locks by itself. */
  type: z.literal("azurerm"),
  /**
   * Resource group of the storage account.
   * @default passed with -backend-config
   */
  resourceGroupName: notEmpty.optional(),
  /**
   * Storage account.
   * @default passed with -backend-config
   */
  storageAccountName: notEmpty.optional(),
  /**
   * Container of the state.
   * @default passed with -backend-config
   */
  containerName: notEmpty.optional(),
  /**
   * Prefix of the state's key; the stack's name and terraform.tfstate follow.
   * @default org-baseline
   */
  prefix: keyPrefix.default("org-baseline"),
});

const http = z.strictObject({
  /** For GitLab-managed state and its like: the addresses come from TF_HTTP_* or from `address`. */
  type: z.literal("http"),
  /**
   * Base address; the stack's name follows it.
   * @default everything by environment
   */
  address: z.url({ protocol: /^https$/, error: "be an https address" }).optional(),
});

const remote = z.strictObject({
  /** HCP Terraform or Terraform Enterprise: `cloud` (recommended) or the older `remote`. */
  type: z.enum(["cloud", "remote"]),
  /** Organization in HCP Terraform or Terraform Enterprise. */
  organization: notEmpty,
  /**
   * Host of Terraform Enterprise.
   * @default app.terraform.io
   */
  hostname: formed(
    /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/i,
    "be a host such as terraform.example.com, without https://",
  ).optional(),
  /**
   * Prefix of the workspace's name; the stack's name follows.
   * @default org-baseline-
   */
  workspacePrefix: formed(/^[\w-]{0,60}$/, "be at most 60 letters, digits, hyphens or underscores").default(
    "org-baseline-",
  ),
});

const local = z.strictObject({
  /** State in a directory of one machine, unlocked and unshared. For a first look, not for a team. */
  type: z.literal("local"),
  /** Relative to a stack's folder, and outside cdktf.out: `../../../terraform-state`. */
  directory: relativeDirectory,
});

const none = z.strictObject({
  /** No backend block: the pipeline brings its own (Spacelift, Atlantis, an override file). */
  type: z.literal("none"),
});

/** Where state lives. Partial settings are fine, but each stack always has a key of its own. */
export const backend = z.discriminatedUnion("type", [s3, gcs, azurerm, http, remote, local, none]);

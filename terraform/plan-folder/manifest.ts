import { z } from "zod";
import { Refusal } from "../refusal";

/** The only form of the folder that is understood. One that a later release writes has another number. */
const FORM = 1;

/** Names of stacks become names of folders: nothing that leads elsewhere. */
const stackName = z.string().regex(/^[a-z][a-z0-9-]*$/, "be a stack's name, such as guardrails");
const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "be a SHA-256 in hexadecimal");
const version = z.string().regex(/^\d+\.\d+\.\d+/, "be a version, such as 1.11.4");

/** What a plan would do, counted by resource: each counts once. */
const changes = z.strictObject({
  add: count,
  change: count,
  /** Destroyed and not created anew. */
  destroy: count,
  /** Taken into the state, whether changed with it or not. One that is changed counts as a change, too. */
  import: count,
  /** Destroyed and created anew. Counts neither as added nor as destroyed. */
  replace: count,
  /** Taken out of the state and left standing. */
  forget: count,
  /** Under another address than before. One that is changed counts as a change, too. */
  move: count,
  /** Outputs of the stack that change. */
  output: count,
});

const stack = z.strictObject({ name: stackName, plan: z.string(), json: z.string(), synthesized: z.string(), changes });

const existing = z.strictObject({
  stack: stackName,
  address: z.string(),
  type: z.string(),
  account: z.string(),
  region: z.string().nullable(),
  importId: z.string(),
  /** The line of `adopt` in the configuration that takes it up. */
  adopt: z.string(),
});

const undecided = z.strictObject({ stack: stackName, address: z.string(), why: z.string() });

const manifest = z.strictObject({
  version: z.literal(FORM),
  /** Of the checkout that was planned; null outside of git, and where what was planned was handed over. */
  commit: z.string().nullable(),
  /** Whether files differed from that commit. False outside of git. */
  dirty: z.boolean(),
  /** SHA-256 of what was synthesized, of all stacks: also of those that were not planned. */
  configuration: sha256,
  tool: z.strictObject({ name: z.enum(["terraform", "opentofu"]), version }),
  /** Versions by address, such as `registry.terraform.io/hashicorp/aws`. */
  provider: z.record(z.string(), version),
  /** SHA-256 of the lock files of the planned stacks; null where there is none. */
  lockFile: sha256.nullable(),
  /** The planned stacks, in the order in which they can be applied. Paths are relative to the folder. */
  stacks: z.array(stack),
  /**
   * SHA-256 of what a review reads of the planned stacks as a base synthesizes them, stack by stack; null where they were
   * compared with none, and in folders of releases that kept none.
   */
  base: sha256.nullable().default(null),
  /** Null where the organization was not read: then nothing is known of what exists. */
  organization: z.literal("organization.json").nullable(),
  /** What would be created and is there already in the live organization. */
  existing: z.array(existing),
  /** What would be created and of which the inventory cannot say whether it is there. */
  undecided: z.array(undecided),
});

export type PlanManifest = z.infer<typeof manifest>;
export type ChangeCounts = z.infer<typeof changes>;
export type StackEntry = z.infer<typeof stack>;

/** The files of a stack that the manifest names, relative to the folder. */
export const namedFilesOf = (name: string) => ({
  plan: `${name}/plan.tfplan`,
  json: `${name}/plan.json`,
  synthesized: `${name}/cdk.tf.json`,
});

/** All files of a stack. The lock file has no name that is hidden: what hands files on between jobs leaves those out. */
export const filesOf = (name: string) => ({
  ...namedFilesOf(name),
  lock: `${name}/lock.hcl`,
  base: `${name}/base.json`,
});

const atPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => (typeof part === "number" ? `${text}[${part}]` : `${text}.${String(part)}`), "");

const lookUp = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown> | undefined)?.[part], value);

/** Reads a file of the folder by its schema, or says the first thing that is wrong. */
export function parsed<Schema extends z.ZodType>(schema: Schema, file: string, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [{ path, message } = { path: [], message: "be understood" }] = result.error.issues;
  const rule = message.startsWith("be ") ? message : `be understood (${message})`;
  throw new Refusal(
    `${file}${path.length === 0 ? "" : `: ${atPath(path).replace(/^\./, "")}`}`,
    rule,
    lookUp(value, path),
  );
}

/** Throws a Refusal for a form that is not known, for anything missing or added, and for a name that leads elsewhere. */
export function parseManifest(value: unknown): PlanManifest {
  const form = (value as { readonly version?: unknown } | null)?.version;
  if (form !== FORM)
    throw new Refusal("manifest.json: version", `be ${FORM}: plan again with the release that reads it`, form);
  const found = parsed(manifest, "manifest.json", value);
  const names = found.stacks.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Refusal("manifest.json: stacks", "name each stack once", twice);
  for (const { name, ...entry } of found.stacks)
    for (const [kind, path] of Object.entries(namedFilesOf(name))) {
      const got = entry[kind as keyof ReturnType<typeof namedFilesOf>];
      if (got !== path) throw new Refusal(`manifest.json: ${kind} of ${name}`, `be ${path}`, got);
    }
  return found;
}

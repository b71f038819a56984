import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Refusal } from "../refusal";
import { filesOf, namedFilesOf, parseManifest, type ChangeCounts, type PlanManifest } from "./manifest";
import { parseOrganization, type OrganizationSnapshot } from "./organization";

/** Plans hold secrets: only who made them reads them. */
const [OWNER_ONLY, OWNER_ONLY_FOLDER] = [0o600, 0o700];

/** What is written of a stack. */
export interface StackContents {
  readonly name: string;
  readonly changes: ChangeCounts;
  readonly plan: Uint8Array;
  /** Of `terraform show -json`. */
  readonly json: string;
  readonly synthesized: string;
  readonly lock: string | undefined;
}

export interface PlanContents extends Omit<PlanManifest, "version" | "stacks" | "organization"> {
  /** Undefined where the organization was not read. */
  readonly organization: OrganizationSnapshot | undefined;
  /** In the order in which they can be applied. */
  readonly stacks: readonly StackContents[];
}

const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Refuses a folder that holds anything but plans: whatever is there is replaced as a whole. */
export function checkReplaceable(folder: string): void {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (!there.isDirectory()) throw new Refusal("the folder of the plans", "be a folder of its own, and no link", folder);
  if (readdirSync(folder).length > 0 && !existsSync(join(folder, "manifest.json")))
    throw new Refusal("the folder of the plans", "be new, empty or one of earlier plans, which are replaced", folder);
}

function fill(draft: string, { organization, stacks, ...rest }: PlanContents): void {
  const write = (file: string, contents: string | Uint8Array) => {
    writeFileSync(join(draft, file), contents, { mode: OWNER_ONLY });
  };
  const manifest = parseManifest({
    version: 1,
    ...rest,
    stacks: stacks.map(({ name, changes }) => ({ name, ...namedFilesOf(name), changes })),
    organization: organization === undefined ? null : "organization.json",
  });
  for (const { name, plan, json, synthesized, lock } of stacks) {
    const files = filesOf(name);
    mkdirSync(join(draft, name), { mode: OWNER_ONLY_FOLDER });
    write(files.plan, plan);
    write(files.json, json);
    write(files.synthesized, synthesized);
    if (lock !== undefined) write(files.lock, lock);
  }
  if (organization !== undefined) write("organization.json", asJson(parseOrganization(organization)));
  write("manifest.json", asJson(manifest));
}

/**
 * Writes plans into a folder, which is either as it was before or whole: they are written beside it, and take its place
 * with one rename. What the folder held before is gone. Throws a Refusal where that is not a folder of plans.
 */
export function writePlanFolder(folder: string, contents: PlanContents): void {
  const target = resolve(folder);
  checkReplaceable(target);
  mkdirSync(dirname(target), { recursive: true });
  const draft = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  try {
    chmodSync(draft, OWNER_ONLY_FOLDER);
    const [next, former] = [join(draft, "next"), join(draft, "former")];
    mkdirSync(next, { mode: OWNER_ONLY_FOLDER });
    fill(next, contents);
    const isThere = existsSync(target);
    if (isThere) renameSync(target, former);
    try {
      renameSync(next, target);
    } catch (error) {
      if (isThere) renameSync(former, target);
      throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

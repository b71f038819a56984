import { existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { replaceFolder } from "../../processes/replaced-folder";
import { hashOf } from "../planning/lock-files";
import { Refusal } from "../refusal";
import { baseOf } from "./base";
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

export interface PlanContents extends Omit<PlanManifest, "version" | "stacks" | "organization" | "base"> {
  /** What the base synthesizes, by stack: a stack that it does not have is new. Undefined where there is no base. */
  readonly base?: ReadonlyMap<string, string> | undefined;
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

function fill(draft: string, { organization, stacks, base, ...rest }: PlanContents): void {
  const write = (file: string, contents: string | Uint8Array) => {
    writeFileSync(join(draft, file), contents, { mode: OWNER_ONLY });
  };
  const bases = new Map(
    stacks.flatMap(({ name }) => {
      const text = base?.get(name);
      return text === undefined ? [] : [[name, baseOf(text)] as const];
    }),
  );
  const manifest = parseManifest({
    version: 1,
    ...rest,
    base: base === undefined ? null : hashOf([...bases]),
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
    const before = bases.get(name);
    if (before !== undefined) write(files.base, before);
  }
  // Wherever the folder lies: what holds secrets is not committed.
  write(".gitignore", "*\n");
  if (organization !== undefined) write("organization.json", asJson(parseOrganization(organization)));
  write("manifest.json", asJson(manifest));
}

/**
 * Writes plans into a folder, which is either as it was before or whole. What the folder held before is gone. Throws a
 * Refusal where that is not a folder of plans.
 */
export function writePlanFolder(folder: string, contents: PlanContents): void {
  const target = resolve(folder);
  checkReplaceable(target);
  replaceFolder(target, (next) => fill(next, contents));
}

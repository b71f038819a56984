import { readFileSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { hashOf } from "../planning/lock-files";
import { Refusal } from "../refusal";
import { filesOf, parseManifest, type PlanManifest, type StackEntry } from "./manifest";
import { parseOrganization, type OrganizationSnapshot } from "./organization";

/** A stack of the folder. The files are read; only the plan itself is for Terraform. */
export interface SavedStack extends Pick<StackEntry, "name" | "changes"> {
  /**
   * Path of the plan, which `terraform apply` and `terraform show` take. Undefined where whoever handed the folder on
   * left it out: no command of ours reads it, and a job that may write should not have it.
   */
  readonly planFile: string | undefined;
  /** What `terraform show -json` says of it. */
  readonly json: string;
  /** The stack's Terraform that was planned. */
  readonly synthesized: string;
  /** What a review reads of it as the base synthesizes it; undefined where the base does not have it, or there is none. */
  readonly base: string | undefined;
  /** The lock file by which its providers were chosen; undefined where there was none. */
  readonly lock: string | undefined;
}

/** What a folder of plans holds. */
export interface PlanFolder {
  readonly folder: string;
  readonly manifest: PlanManifest;
  /** Undefined where the organization was not read. */
  readonly organization: OrganizationSnapshot | undefined;
  readonly stacks: readonly SavedStack[];
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** The file's path, links followed, where that lies in the folder. Undefined where there is no such file. */
function found(folder: string, file: string): string | undefined {
  const path = realPath(join(folder, file));
  if (path === undefined) return undefined;
  if (!path.startsWith(realpathSync(folder) + sep))
    throw new Refusal(join(folder, file), "lie in the folder, not behind a link", path);
  return path;
}

function text(folder: string, file: string): string {
  const path = found(folder, file);
  if (path === undefined) throw new Refusal(join(folder, file), "be there: plan again");
  return readFileSync(path, "utf8");
}

/** The text of a file that must be JSON, and what it holds. */
function readJson(folder: string, file: string): { readonly text: string; readonly value: unknown } {
  const read = text(folder, file);
  try {
    return { text: read, value: JSON.parse(read) };
  } catch {
    throw new Refusal(join(folder, file), "be whole JSON: plan again", `${read.slice(0, 40)}…`);
  }
}

function readStack(folder: string, { name, changes, plan, json, synthesized }: StackEntry): SavedStack {
  const { lock, base } = filesOf(name);
  return {
    name,
    changes,
    planFile: found(folder, plan),
    json: readJson(folder, json).text,
    synthesized: readJson(folder, synthesized).text,
    base: found(folder, base) === undefined ? undefined : readJson(folder, base).text,
    lock: found(folder, lock) === undefined ? undefined : text(folder, lock),
  };
}

/**
 * Reads a folder that `plan` wrote. Throws a Refusal where a file is missing, no whole JSON or behind a link, where the
 * form is not known, and where a name leads out of the folder.
 */
export function readPlanFolder(folder: string): PlanFolder {
  if (found(folder, "manifest.json") === undefined)
    throw new Refusal(folder, "be a folder that `npm run baseline -- plan` wrote: it has no manifest.json", folder);
  const manifest = parseManifest(readJson(folder, "manifest.json").value);
  const { organization, base } = manifest;
  const stacks = manifest.stacks.map((stack) => readStack(folder, stack));
  const bases = hashOf(stacks.flatMap(({ name, base: text }) => (text === undefined ? [] : [[name, text] as const])));
  if (bases !== base)
    throw new Refusal(`${folder}: base.json of the stacks`, "be as it was written: plan again", bases);
  return {
    folder,
    manifest,
    organization: organization === null ? undefined : parseOrganization(readJson(folder, organization).value),
    stacks,
  };
}

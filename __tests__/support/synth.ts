import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { blueprintOf, parseConfig, type Baseline, type BaselineConfig } from "../../config";
import { buildStacks } from "../../stacks";
import { type Terraform, withoutMetadata } from "./terraform";

/** What a configuration becomes. */
export interface Synthesis {
  readonly baseline: Baseline;
  /** Terraform of each stack, without metadata. */
  readonly stacks: Readonly<Record<string, Terraform>>;
  /** Every file that was written, by its path below the output folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** Content of every file below a folder. */
export const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );

/** Name of the stack that a file is the Terraform of, or undefined for another file. */
export const stackOf = (file: string): string | undefined => /^stacks\/([^/]+)\/cdk\.tf\.json$/.exec(file)?.[1];

/** Terraform of each stack among the files of an output folder. */
export const stacksIn = (files: Readonly<Record<string, string>>): Readonly<Record<string, Terraform>> =>
  Object.fromEntries(
    Object.entries(files).flatMap(([file, text]) => {
      const name = stackOf(file);
      return name === undefined ? [] : [[name, withoutMetadata(JSON.parse(text) as Terraform)]];
    }),
  );

/** cdktf writes down where each of its tokens was made. Nobody reads it here, and it is half of the time of a synth. */
function withoutStackTraces<T>(work: () => T): T {
  const before = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  Error.prepareStackTrace = () => "";
  try {
    return work();
  } finally {
    if (before) Object.defineProperty(Error, "prepareStackTrace", before);
    else Reflect.deleteProperty(Error, "prepareStackTrace");
  }
}

function run(config: BaselineConfig): Synthesis {
  const baseline = parseConfig(config);
  const outdir = mkdtempSync(join(tmpdir(), "org-baseline-synth-"));
  try {
    withoutStackTraces(() => {
      const app = new App({ outdir });
      buildStacks(app, blueprintOf(baseline));
      app.synth();
    });
    const files = filesIn(outdir);
    return { baseline, stacks: stacksIn(files), files };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const known = new Map<string, Synthesis>();

/** Synthesizes a configuration as `npm run synth` does, in this process. The same configuration is synthesized once. */
export function synth(config: BaselineConfig): Synthesis {
  const key = JSON.stringify(config);
  const found = known.get(key) ?? run(config);
  known.set(key, found);
  return found;
}

/** Terraform of one stack. Throws for a stack that does not exist. */
export function stack(config: BaselineConfig, name: string): Terraform {
  const { stacks } = synth(config);
  const found = stacks[name];
  if (found === undefined) throw new Error(`no stack ${name}, only ${Object.keys(stacks).join(", ")}`);
  return found;
}

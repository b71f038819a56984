import { parseConfig, type Baseline, type BaselineConfig } from "../../config";
import { remembered } from "./synth-memory";
import { type Terraform, withoutMetadata } from "./terraform";

/** What a configuration becomes. */
export interface Synthesis {
  readonly baseline: Baseline;
  /** Terraform of each stack, without metadata. */
  readonly stacks: Readonly<Record<string, Terraform>>;
  /** Every file that was written, by its path below the output folder. */
  readonly files: Readonly<Record<string, string>>;
}

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

/** Loaded where something is synthesized that this run does not know yet: cdktf and the bindings take a second. */
const synthesize = (baseline: Baseline): Synthesis["files"] =>
  (module.require("./synthesize") as typeof import("./synthesize")).synthesize(baseline);

const known = new Map<string, Synthesis>();

/** Synthesizes a configuration as `npm run synth` does. The same configuration is synthesized once in a run of jest. */
export function synth(config: BaselineConfig): Synthesis {
  const key = JSON.stringify(config);
  const found = known.get(key);
  if (found !== undefined) return found;
  const baseline = parseConfig(config);
  const files = remembered(key, () => synthesize(baseline));
  const synthesis = { baseline, stacks: stacksIn(files), files };
  known.set(key, synthesis);
  return synthesis;
}

/** Terraform of one stack. Throws for a stack that does not exist. */
export function stack(config: BaselineConfig, name: string): Terraform {
  const { stacks } = synth(config);
  const found = stacks[name];
  if (found === undefined) throw new Error(`no stack ${name}, only ${Object.keys(stacks).join(", ")}`);
  return found;
}

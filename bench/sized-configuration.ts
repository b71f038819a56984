import { writeFileSync } from "node:fs";
import { join } from "node:path";
import shipped from "../baseline.config";
import { PARTITIONS } from "../catalogue/partitions";
import type { BaselineConfig } from "../config";

/** The shipped example with this many governed Regions. */
export function withRegions(count: number): BaselineConfig {
  const regions = PARTITIONS.flatMap(({ id, defaultRegions, optInRegions }) =>
    id === "aws" ? [...defaultRegions, ...optInRegions] : [],
  );
  if (count > regions.length) throw new Error(`regions must be at most ${regions.length}, got ${count}`);
  return { ...shipped, regions: regions.slice(0, count) };
}

/** The shipped example with the guardrails of its canary attached to this many accounts and organizational units. */
export function withTargets(count: number): BaselineConfig {
  const targets = Array.from({ length: count }, (_, index) =>
    index % 2 === 0 ? `9${`${index}`.padStart(11, "0")}` : `ou-abcd-${`${index}`.padStart(8, "0")}`,
  );
  const attach = shipped.guardrails.attach.map((entry) =>
    entry.targets.includes("root") ? entry : { ...entry, targets },
  );
  return { ...shipped, guardrails: { ...shipped.guardrails, attach } };
}

/** Writes a configuration to a file that BASELINE_CONFIG can name. */
export function writeConfiguration(folder: string, name: string, config: BaselineConfig): string {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, `exports.default = ${JSON.stringify(config, undefined, 2)};\n`);
  return file;
}

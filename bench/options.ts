import { parseArgs } from "node:util";

export interface BenchOptions {
  readonly quick: boolean;
  readonly plans: boolean;
  readonly deploy: boolean;
  readonly write: boolean;
}

export const USAGE = [
  "npm run bench -- [options]",
  "",
  "  --quick      fewer rounds, and no plans unless --plans is given",
  "  --plans      measure terraform plan (the default without --quick)",
  "  --no-plans   leave it out: needs neither Terraform nor the emulator",
  "  --deploy     also deploy all stacks in 17 Regions to the emulator, once; takes minutes",
  "  --write      put the tables into docs/performance.md",
].join("\n");

/** Reads the command line. Throws with what is wrong and with the usage. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { quick: flag, plans: flag, "no-plans": flag, deploy: flag, write: flag },
    });
    if (values.plans && values["no-plans"]) throw new Error("--plans and --no-plans must not be given together");
    return { ...values, plans: values.plans || !(values.quick || values["no-plans"]) };
  } catch (problem) {
    throw new Error(`${problem instanceof Error ? problem.message : String(problem)}\n\n${USAGE}`, { cause: problem });
  }
}

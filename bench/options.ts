import { parseArgs } from "node:util";

export interface BenchOptions {
  readonly help: boolean;
  readonly quick: boolean;
  readonly plans: boolean;
  readonly deploy: boolean;
  readonly write: boolean;
}

/** Answer to `--help`. */
export const HELP = [
  "npm run bench -- [options]",
  "",
  "Measures time and memory of synth, replay, plans and deployments against their targets, beside a yardstick.",
  "",
  "  --quick      fewer rounds, and no plans unless --plans is given",
  "  --plans      measure terraform plan, and plan with review (the default without --quick)",
  "  --no-plans   leave it out: needs neither Terraform nor the emulator",
  "  --deploy     also deploy all stacks in 17 Regions to the emulator, once; takes minutes",
  "  --write      put the tables into docs/performance.md",
  "  --help       show this",
  "",
  "Ends with 0 where every target is met, with 2 where one is missed, with 1 on a mistake or a failure.",
].join("\n");

const FLAG = { type: "boolean", default: false } as const;
const OPTIONS = { help: FLAG, quick: FLAG, plans: FLAG, "no-plans": FLAG, deploy: FLAG, write: FLAG };

/** Reads the command line. Throws one sentence that says what is wrong. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const known = Object.keys(OPTIONS).map((name) => `--${name}`);
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined) throw new Error(`bench options must be among ${known.join(", ")}, got ${unknown}`);
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.plans && values["no-plans"]) throw new Error("--plans and --no-plans must not be given together");
  return { ...values, plans: values.plans || !(values.quick || values["no-plans"]) };
}

import { ConfigurationError, type Baseline } from "../config";
import { addressesOf, readersOf } from "./adoption";
import type { BaselineStack } from "./baseline-stack";

type Problems = ConstructorParameters<typeof ConfigurationError>[1];

/**
 * Checks `adopt` and `release` against the addresses of all stacks, which only synthesis knows. Throws a
 * ConfigurationError with every problem.
 */
export function checkAddresses(stacks: readonly BaselineStack[], baseline: Baseline): void {
  if (Object.keys(baseline.adopt).length + baseline.release.length === 0) return;
  const all = new Set(stacks.flatMap((stack) => addressesOf(stack.plain())));
  const problems = [...unknownAdoptions(baseline, all), ...stacks.flatMap((stack) => stillRead(stack, baseline))];
  if (problems.length > 0) throw new ConfigurationError("the configuration", problems);
}

const unknownAdoptions = ({ adopt }: Baseline, known: ReadonlySet<string>): Problems =>
  Object.entries(adopt)
    .filter(([address]) => !known.has(address))
    .map(([address, importId]) => ({
      where: `adopt[${JSON.stringify(address)}]`,
      rule: "be an address that this configuration produces (a plan prints them)",
      got: importId,
    }));

/** What is released leaves the stack, so nothing that stays may read it. */
const stillRead = (stack: BaselineStack, { release }: Baseline): Problems =>
  readersOf(stack.plain(), release).map(([reader, address]) => ({
    where: `release[${release.indexOf(address)}]`,
    rule: `be released together with ${reader}, which reads it`,
    got: address,
  }));

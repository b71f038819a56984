import { ConfigurationError, type Baseline } from "../config";
import { addressesOf, readersOf, severalOf } from "./adoption";
import type { BaselineStack } from "./baseline-stack";
import { instanceOf } from "./instance";

type Problems = ConstructorParameters<typeof ConfigurationError>[1];

/**
 * Checks `adopt` and `release` against the addresses of all stacks, which only synthesis knows. Throws a
 * ConfigurationError with every problem.
 */
export function checkAddresses(stacks: readonly BaselineStack[], baseline: Baseline): void {
  if (Object.keys(baseline.adopt).length + baseline.release.length === 0) return;
  const synthesized = stacks.map((stack) => stack.plain());
  const all = new Set(synthesized.flatMap(addressesOf));
  const several = new Set(synthesized.flatMap(severalOf));
  const problems = [
    ...unknownAdoptions(baseline, all, several),
    ...formerReleases(baseline, several),
    ...stacks.flatMap((stack) => stillRead(stack, baseline)),
  ];
  if (problems.length > 0) throw new ConfigurationError("the configuration", problems);
}

/** What an address of a former version is now: its target was the last part of it. */
const nowOf = (address: string, several: ReadonlySet<string>): string | undefined =>
  [...several].find((resource) => address.startsWith(`${resource}_`));

/** What is wrong with an address that is adopted, if anything. */
function adoptionRule(address: string, known: ReadonlySet<string>, several: ReadonlySet<string>): string | undefined {
  const { resource, key } = instanceOf(address);
  if (!known.has(resource)) {
    const now = nowOf(address, several);
    return now === undefined
      ? "be an address that this configuration produces (a plan prints them)"
      : `be left out: an attachment that exists is imported by itself, at ${now}["<id of the target>"]`;
  }
  if (several.has(resource) && key === undefined)
    return `name one of several by its key, as ${resource}["<key>"] (a plan prints them)`;
  return !several.has(resource) && key !== undefined ? "be written without a key: there is one" : undefined;
}

const unknownAdoptions = ({ adopt }: Baseline, known: ReadonlySet<string>, several: ReadonlySet<string>): Problems =>
  Object.entries(adopt).flatMap(([address, importId]) => {
    const rule = adoptionRule(address, known, several);
    return rule === undefined ? [] : [{ where: `adopt[${JSON.stringify(address)}]`, rule, got: importId }];
  });

/** An attachment that was released under its former address would be taken up again under the new one. */
const formerReleases = ({ release }: Baseline, several: ReadonlySet<string>): Problems =>
  release.flatMap((address, index) => {
    const now = nowOf(address, several);
    if (now === undefined) return [];
    const rule = `be ${now}, which is released on all its targets, or be left out together with its target`;
    return [{ where: `release[${index}]`, rule, got: address }];
  });

/** What is released leaves the stack, so nothing that stays may read it. */
const stillRead = (stack: BaselineStack, { release }: Baseline): Problems =>
  readersOf(stack.plain(), release).map(([reader, address]) => ({
    where: `release[${release.indexOf(address)}]`,
    rule: `be released together with ${reader}, which reads it`,
    got: address,
  }));

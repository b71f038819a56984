import type { Blueprint, PlacedPolicy } from "../../config";
import { FULL_AWS_ACCESS, parsePolicyText, type AttachedPolicy, type Level } from "../../proofs/policy";
import { configuredName, type LiveLevel, type LivePolicy } from "../../organization/tree/live-organization";

/** A policy of others with the ids of what it is attached to. */
export interface Attached {
  readonly policy: AttachedPolicy;
  readonly targets: readonly string[];
}

/** What is attached by others, as far as it can be judged. */
export interface Foreign {
  readonly attached: readonly Attached[];
  /** Policies that hold something the evaluator does not know: nothing may be concluded where they are attached. */
  readonly unjudged: readonly { readonly name: string; readonly targets: readonly string[]; readonly why: string }[];
}

/** The live policies that are not ours: ours are judged as this configuration has them. */
export function foreignPolicies({ names, policies }: Blueprint, live: readonly LivePolicy[]): Foreign {
  const own = new Set(policies.map(({ id }) => names.entry(id)));
  const attached: Attached[] = [];
  const unjudged: Foreign["unjudged"][number][] = [];
  for (const { name, type, text, targets: places } of live.filter((policy) => !own.has(policy.name))) {
    const targets = places.map(({ id }) => id);
    try {
      attached.push({ policy: { name, type, document: parsePolicyText(text, name, type) }, targets });
    } catch (error) {
      unjudged.push({ name, targets, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { attached, unjudged };
}

/** How the configuration may spell the end of a path: by its name, or by its id. */
const spellings = (path: readonly LiveLevel[]): readonly string[] => [
  configuredName(path),
  ...path.slice(-1).map(({ id }) => id),
];

/** The levels of a real path, with the policies of others as they are and ours as they will be. */
export const liveLevels = (
  path: readonly LiveLevel[],
  foreign: readonly Attached[],
  ours: readonly PlacedPolicy[],
): readonly Level[] =>
  path.map((level, index) => {
    const called = spellings(path.slice(0, index + 1));
    const others = foreign.filter(({ targets }) => targets.includes(level.id)).map(({ policy }) => policy);
    const own = ours
      .filter(({ targets }) => targets.some(({ text }) => called.includes(text)))
      .map(({ id, type, document }) => ({ name: id, type, document }));
    // FullAWSAccess is what AWS says it is: where it was detached and nothing allows in its place, all is denied.
    const full = others.filter(({ name }) => name === FULL_AWS_ACCESS.name);
    return { ...level, policies: [...full, ...others.filter((policy) => !full.includes(policy)), ...own] };
  });

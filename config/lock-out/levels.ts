import { FULL_AWS_ACCESS, type AttachedPolicy, type Level } from "../../proofs/policy";
import { Target, type PlacedPolicy } from "../blueprint";

const KINDS = { root: "root", account: "account", unit: "ou", path: "ou" } as const;

/** A policy as the evaluator takes it. */
export const attached = ({ id, type, document }: PlacedPolicy): AttachedPolicy => ({ name: id, type, document });

/**
 * The levels from the root down to the given targets, with what the configuration attaches to each. FullAWSAccess is
 * everywhere, as AWS attaches it.
 */
export function levelsTo(policies: readonly PlacedPolicy[], targets: readonly Target[]): readonly Level[] {
  const way = [new Target("root"), ...targets.flatMap((target) => target.way)];
  const byText = new Map(way.map((target) => [target.text, target]));
  return [...byText.values()].map((target) => ({
    kind: KINDS[target.kind],
    id: target.text,
    policies: [
      FULL_AWS_ACCESS,
      ...policies.filter((policy) => policy.targets.some((own) => own.equals(target))).map(attached),
    ],
  }));
}

import { FULL_AWS_ACCESS, type Level } from "../proofs/policy";
import type { PlacedPolicy } from "./placed-policies";

const kindOf = (target: string): Level["kind"] =>
  target === "root" ? "root" : /^\d{12}$/.test(target) ? "account" : "ou";

/** `Workloads/Prod` lies below `Workloads`; what lies above an id, the configuration does not know. */
const pathTo = (target: string): readonly string[] => {
  if (kindOf(target) !== "ou") return [target];
  return target.split("/").map((_, index, parts) => parts.slice(0, index + 1).join("/"));
};

/**
 * The levels from the root down to the given targets, with what the configuration attaches to each. FullAWSAccess is
 * everywhere, as AWS attaches it.
 */
export const levelsTo = (policies: readonly PlacedPolicy[], ...targets: readonly string[]): readonly Level[] =>
  [...new Set(["root", ...targets.flatMap(pathTo)])].map((target) => ({
    kind: kindOf(target),
    id: target,
    policies: [
      FULL_AWS_ACCESS,
      ...policies
        .filter((policy) => policy.targets.includes(target))
        .map(({ id, type, document }) => ({ name: id, type, document })),
    ],
  }));

import type { OrganizationFacts } from "../../../organization";
import { blueprintOf, type Baseline, type Names } from "../../../config";

/** A deployed baseline: what was decided, and what AWS reports. */
export interface Deployed {
  readonly baseline: Baseline;
  readonly names: Names;
  readonly facts: OrganizationFacts;
}

export const deployed = (baseline: Baseline, facts: OrganizationFacts): Deployed => ({
  baseline,
  names: blueprintOf(baseline).names,
  facts,
});

/** The value, which must be there. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} must exist`);
  return value;
}

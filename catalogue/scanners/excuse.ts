/** Why a check of a scanner fails, and may. */
export interface Excuse {
  readonly check: string;
  /** What it fails on: names, or addresses in a plan, each a regular expression that the whole must match. */
  readonly resources: readonly string[];
  /** Why it stays: sentences. */
  readonly reason: string;
}

/** Whether the excuse is for this check on this resource. */
export const isExcused = (
  { check, resources }: Pick<Excuse, "check" | "resources">,
  finding: { readonly check: string; readonly resource: string },
): boolean => check === finding.check && resources.some((each) => new RegExp(`^(${each})$`).test(finding.resource));

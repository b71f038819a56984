import type { Baseline } from "../schema/baseline";
import type { Problem } from "../problem";
import { names } from "../names";
import { check } from "./check";

type Read = Pick<Baseline, "name" | "accounts" | "trialAccounts" | "homeRegion" | "auditTrail">;

function problemOf(baseline: Read): Problem | undefined {
  if (baseline.auditTrail.mode !== "create") return undefined;
  const { mode, confirm } = baseline.auditTrail.lock;
  const where = "auditTrail.lock.confirm";
  if (mode === "GOVERNANCE")
    return confirm === undefined
      ? undefined
      : { where, rule: "be left out with GOVERNANCE, which can be lifted again", got: confirm };
  const account = (baseline.accounts.logArchive ?? baseline.accounts.management).id;
  if (baseline.trialAccounts.includes(account))
    return {
      where: "auditTrail.lock.mode",
      rule: `be "GOVERNANCE" while trialAccounts lists ${account}: a trial must stay removable`,
      got: mode,
    };
  const bucket = names(baseline).trailBucket;
  return confirm === bucket
    ? undefined
    : { where, rule: `repeat the bucket's name, ${bucket}: COMPLIANCE cannot be undone, by AWS either`, got: confirm };
}

/** What cannot be undone needs a second word, and has no place in a trial. */
export const complianceIsMeant = check(
  ["name", "accounts", "trialAccounts", "homeRegion", "auditTrail"],
  (baseline) => {
    const problem = problemOf(baseline);
    return problem === undefined ? [] : [problem];
  },
);

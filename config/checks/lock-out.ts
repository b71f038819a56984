import { lockOuts } from "../lock-outs";
import { MUST_PASS_READS } from "../must-pass";
import { checkInPartition } from "./check";

/**
 * No policy may hold back what the baseline needs: root sessions, break glass, the pipeline, CloudTrail. Decided by
 * evaluating the policies, the team's own among them. What hangs on an OU and may reach the caller is a warning.
 */
export const nobodyIsLockedOut = checkInPartition(MUST_PASS_READS, (baseline) =>
  lockOuts(baseline)
    .filter(({ certain }) => certain)
    .map(({ policy, statement, blocked: { who, loss, call } }) => ({
      where: policy.where,
      rule: `let ${who} through: statement ${statement} denies ${call.action}, so ${loss}`,
      got: policy.id,
    })),
);

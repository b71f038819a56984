import { check, found } from "./check";

/** Object lock wins over the lifecycle: a log file that is still locked does not expire. */
export const expiryFollowsLock = check(["auditTrail"], ({ auditTrail }) =>
  found(
    auditTrail.mode === "create" &&
      auditTrail.expireAfterDays <= auditTrail.lock.days && {
        where: "auditTrail.expireAfterDays",
        rule: `be more than auditTrail.lock.days, ${auditTrail.lock.days}: a locked log file cannot expire`,
        got: auditTrail.expireAfterDays,
      },
  ),
);

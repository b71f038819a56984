import { found, type Check } from "./check";

/** What cannot be undone needs a second word, and has no place in a trial. */
export const complianceIsMeant: Check = ({ baseline, accounts, names }) => {
  const { auditTrail, trialAccounts } = baseline;
  if (auditTrail.mode !== "create") return [];
  const { mode, confirm } = auditTrail.lock;
  const where = "auditTrail.lock.confirm";
  if (mode === "GOVERNANCE")
    return found(
      confirm !== undefined && {
        where,
        rule: "be left out with GOVERNANCE, which can be lifted again",
        got: confirm,
      },
    );
  const account = accounts.logArchive.id;
  if (trialAccounts.includes(account))
    return [
      {
        where: "auditTrail.lock.mode",
        rule: `be "GOVERNANCE" while trialAccounts lists ${account}: a trial must stay removable`,
        got: mode,
      },
    ];
  const rule = `repeat the bucket's name, ${names.trailBucket}: COMPLIANCE cannot be undone, by AWS either`;
  return found(confirm !== names.trailBucket && { where, rule, got: confirm });
};

/** Object lock wins over the lifecycle: a log file that is still locked does not expire. */
export const expiryFollowsLock: Check = ({ baseline: { auditTrail } }) =>
  found(
    auditTrail.mode === "create" &&
      auditTrail.expireAfterDays <= auditTrail.lock.days && {
        where: "auditTrail.expireAfterDays",
        rule: `be more than auditTrail.lock.days, ${auditTrail.lock.days}: a locked log file cannot expire`,
        got: auditTrail.expireAfterDays,
      },
  );

/** The guardrail speaks of the baseline's own buckets and key, in an account that a service control policy binds. */
export const archiveIsBound: Check = ({ baseline: { guardrails, auditTrail }, accounts }) => {
  const rule =
    auditTrail.mode === "use"
      ? 'be left out while auditTrail.mode is "use": the configuration does not know the buckets of that trail (name them in a policy of your own, guardrails.files)'
      : accounts.ownLogArchive === undefined &&
        "be left out until accounts.logArchive is set: the buckets lie in the management account, which SCPs never bind";
  if (rule === false) return [];
  return guardrails.attach
    .map(({ id }, index) => ({ where: `guardrails.attach[${index}].id`, rule, got: id }))
    .filter(({ got }) => got === "protect-log-archive");
};

import { check } from "./check";

/** The guardrail speaks of the baseline's own buckets and key, in an account that a service control policy binds. */
export const archiveIsBound = check(
  ["guardrails", "accounts", "auditTrail"],
  ({ guardrails: { attach }, accounts, auditTrail }) => {
    const rule =
      auditTrail.mode === "use"
        ? 'be left out while auditTrail.mode is "use": the configuration does not know the buckets of that trail (name them in a policy of your own, guardrails.files)'
        : accounts.logArchive === undefined &&
          "be left out until accounts.logArchive is set: the buckets lie in the management account, which SCPs never bind";
    if (rule === false) return [];
    return attach
      .map(({ id }, index) => ({ where: `guardrails.attach[${index}].id`, rule, got: id }))
      .filter(({ got }) => got === "protect-log-archive");
  },
);

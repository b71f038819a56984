import { FULL_AWS_ACCESS, SERVICE_CONTROL_POLICY_QUOTAS } from "../../catalogue/quotas";
import { quoted } from "../shown";
import { checkInPartition } from "./check";

/**
 * Policies per target, as far as this configuration knows them. What is attached already only the live organization
 * knows: a precondition counts it at plan time.
 */
export const targetsHaveRoom = checkInPartition(["guardrails"], ({ guardrails: { attach, quotas } }, partition) => {
  const quota = quotas.policiesPerTarget ?? SERVICE_CONTROL_POLICY_QUOTAS[partition.id].policiesPerTarget;
  const targets = attach.flatMap((attachment) => attachment.targets);
  return [...new Set(targets)]
    .map((target) => ({
      where: "guardrails.attach",
      rule: `put at most ${quota - 1} guardrails on ${quoted(target)}: AWS allows ${quota} policies on a target, and ${FULL_AWS_ACCESS} is one (guardrails.quotas.policiesPerTarget, if AWS gave you more)`,
      got: targets.filter((other) => other === target).length,
    }))
    .filter(({ got }) => got > quota - 1);
});

import { ALWAYS_ATTACHED, RESOURCE_CONTROL_POLICY_QUOTA, SERVICE_CONTROL_POLICY_QUOTAS } from "../../catalogue/quotas";
import { attachments } from "../attachments";
import { GUARDRAIL_SETTINGS_READ } from "../guardrail-settings";
import { placedPolicies } from "../placed-policies";
import { quoted } from "../shown";
import { checkInPartition } from "./check";

/**
 * Policies per target, as far as this configuration knows them. What is attached already only the live organization
 * knows: a precondition counts it at plan time.
 */
export const targetsHaveRoom = checkInPartition(GUARDRAIL_SETTINGS_READ, (baseline, partition) => {
  const { guardrails } = baseline;
  const ofService = guardrails.quotas.policiesPerTarget;
  const quotas = {
    SERVICE_CONTROL_POLICY: ofService ?? SERVICE_CONTROL_POLICY_QUOTAS[partition.id].policiesPerTarget,
    RESOURCE_CONTROL_POLICY: RESOURCE_CONTROL_POLICY_QUOTA.policiesPerTarget,
  };
  const all = attachments(guardrails);
  // Sizes say what can be merged; a file that cannot be read has none, and a problem of its own.
  const sizes = new Map(placedPolicies(baseline).map(({ id, text }) => [id, text.length]));
  const withSize = (id: string) => (sizes.has(id) ? `${id} (${sizes.get(id)} characters)` : id);
  return (["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] as const).flatMap((type) => {
    const quota = quotas[type];
    const placed = all.filter((attachment) => attachment.type === type);
    const raise =
      type === "SERVICE_CONTROL_POLICY" ? " (or raise guardrails.quotas.policiesPerTarget, if AWS gave you more)" : "";
    return [...new Set(placed.flatMap(({ targets }) => targets))]
      .map((target) => ({ target, ids: placed.filter(({ targets }) => targets.includes(target)).map(({ id }) => id) }))
      .filter(({ ids }) => ids.length > quota - 1)
      .map(({ target, ids }) => ({
        where: "guardrails",
        rule: `put at most ${quota - 1} policies of type ${type} on ${quoted(target)}, where they are ${ids.map(withSize).join(", ")}: AWS allows ${quota} on a target, and ${ALWAYS_ATTACHED[type]} is one: move some to the level above or below, pack guardrails (guardrails.packs) or merge files of your own${raise}`,
        got: ids.length,
      }));
  });
});

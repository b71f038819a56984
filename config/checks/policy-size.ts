import { RESOURCE_CONTROL_POLICY_QUOTA, SERVICE_CONTROL_POLICY_QUOTAS } from "../../catalogue/quotas";
import { GUARDRAIL_SETTINGS_READ } from "../guardrail-settings";
import { placedPolicies, type PlacedPolicy } from "../placed-policies";
import { quoted } from "../shown";
import { checkInPartition } from "./check";

const remedy = ({ source, document, guardrails }: PlacedPolicy): string => {
  if (source === "pack") return `take one of ${guardrails.join(", ")} out of the pack`;
  return source === "catalogue"
    ? "shorten guardrails.exemptPrincipals, one wildcard instead of many names, or take out exceptions that are over"
    : `move some of its ${document.statements.length} statements to a second file, or shorten lists with wildcards`;
};

/** Characters of a policy as they are sent. Larger ones fail at apply, after others have been changed. */
export const policiesFit = checkInPartition(GUARDRAIL_SETTINGS_READ, (baseline, partition) => {
  const ofService = baseline.guardrails.quotas.policySize ?? SERVICE_CONTROL_POLICY_QUOTAS[partition.id].policySize;
  const quotaOf = ({ type }: PlacedPolicy) =>
    type === "SERVICE_CONTROL_POLICY" ? ofService : RESOURCE_CONTROL_POLICY_QUOTA.policySize;
  return placedPolicies(baseline)
    .filter((policy) => policy.text.length > quotaOf(policy))
    .map((policy) => ({
      where: policy.where,
      rule: `be at most ${quotaOf(policy)} characters, as AWS allows: ${policy.id} has ${policy.text.length} and goes to ${policy.targets.map(quoted).join(", ")}; ${remedy(policy)}`,
      got: policy.text.length,
    }));
});

import { FULL_AWS_ACCESS, RCP_FULL_AWS_ACCESS } from "../../proofs/policy";
import type { PlacedPolicy } from "../blueprint";
import { quoted } from "../report/shown";
import type { Check } from "./check";

const ALWAYS = { SERVICE_CONTROL_POLICY: FULL_AWS_ACCESS, RESOURCE_CONTROL_POLICY: RCP_FULL_AWS_ACCESS } as const;

/**
 * Policies per target, as far as this configuration knows them. What is attached already only the live organization
 * knows: a precondition counts it at plan time.
 */
export const targetsHaveRoom: Check = ({ attachments, policies, policyQuotas }) => {
  // Sizes say what can be merged; a file that cannot be read has none, and a problem of its own.
  const sizes = new Map(policies.map(({ id, text }) => [id, text.length]));
  const withSize = (id: string) => (sizes.has(id) ? `${id} (${sizes.get(id)} characters)` : id);
  return (["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] as const).flatMap((type) => {
    const quota = policyQuotas[type].policiesPerTarget;
    const placed = attachments.filter((attachment) => attachment.type === type);
    const raise =
      type === "SERVICE_CONTROL_POLICY" ? " (or raise guardrails.quotas.policiesPerTarget, if AWS gave you more)" : "";
    const idsOn = (text: string) =>
      placed.filter(({ targets }) => targets.some((target) => target.text === text)).map(({ id }) => id);
    return [...new Set(placed.flatMap(({ targets }) => targets.map(({ text }) => text)))]
      .map((target) => ({ target, ids: idsOn(target) }))
      .filter(({ ids }) => ids.length > quota - 1)
      .map(({ target, ids }) => ({
        where: "guardrails",
        rule: `put at most ${quota - 1} policies of type ${type} on ${quoted(target)}, where they are ${ids.map(withSize).join(", ")}: AWS allows ${quota} on a target, and ${ALWAYS[type].name} is one: move some to the level above or below, pack guardrails (guardrails.packs) or merge files of your own${raise}`,
        got: ids.length,
      }));
  });
};

const remedy = ({ source, document, guardrails }: PlacedPolicy): string => {
  if (source === "pack") return `take one of ${guardrails.join(", ")} out of the pack`;
  return source === "catalogue"
    ? "shorten guardrails.exemptPrincipals, one wildcard instead of many names, or take out exceptions that are over"
    : `move some of its ${document.statements.length} statements to a second file, or shorten lists with wildcards`;
};

/** Characters of a policy as they are sent. Larger ones fail at apply, after others have been changed. */
export const policiesFit: Check = ({ policies, policyQuotas }) => {
  const quotaOf = ({ type }: PlacedPolicy) => policyQuotas[type].policySize;
  return policies
    .filter((policy) => policy.text.length > quotaOf(policy))
    .map((policy) => ({
      where: policy.where,
      rule: `be at most ${quotaOf(policy)} characters, as AWS allows: ${policy.id} has ${policy.text.length} and goes to ${policy.targets.map(({ text }) => quoted(text)).join(", ")}; ${remedy(policy)}`,
      got: policy.text.length,
    }));
};

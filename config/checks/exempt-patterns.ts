import { waysRound } from "../exemption-attack";
import { GUARDRAIL_SETTINGS_READ, guardrailSettings } from "../guardrail-settings";
import { placedPolicies } from "../placed-policies";
import { quoted } from "../shown";
import { checkInPartition } from "./check";

/** An exemption in every account is a bypass, unless nobody there can make the exempt role. */
export const exemptionsAreNoBypass = checkInPartition(GUARDRAIL_SETTINGS_READ, (baseline) => {
  const settings = guardrailSettings(baseline);
  const policies = placedPolicies(baseline);
  return baseline.guardrails.exemptPrincipals.flatMap((pattern, index) => {
    const ways = waysRound(pattern, policies, settings);
    const [first] = ways;
    if (first === undefined) return [];
    const places = ways.map(({ guardrail, target }) => `${guardrail} on ${quoted(target)}`).join(", ");
    return [
      {
        where: `guardrails.exemptPrincipals[${index}]`,
        rule: `name its 12-digit account id, or protect-delivery-roles must be attached wherever it exempts (${places}): an administrator there is not denied ${first.step} and passes as the exempt role`,
        got: pattern,
      },
    ];
  });
});

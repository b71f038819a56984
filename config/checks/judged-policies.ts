import { lockOuts, waysRound } from "../lock-out";
import { quoted } from "../report/shown";
import type { Check } from "./check";

/** What only evaluating the policies can say. */

/** An exemption in every account is a bypass, unless nobody there can make the exempt role. */
export const exemptionsAreNoBypass: Check = (blueprint) =>
  blueprint.baseline.guardrails.exemptPrincipals.flatMap((pattern, index) => {
    const ways = waysRound(pattern, blueprint);
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

/**
 * No policy may hold back what the baseline needs: root sessions, break glass, the pipeline, CloudTrail; the team's own
 * policies are judged with the others. What is attached to an OU and may reach the caller, and what depends on a value that
 * nobody knows, is a warning.
 */
export const nobodyIsLockedOut: Check = (blueprint) =>
  lockOuts(blueprint)
    .filter(({ isAbove, keys }) => isAbove && keys.length === 0)
    .map(({ policy, statement, blocked: { who, loss, call }, advice }) => ({
      where: policy.where,
      rule: `let ${who} through: statement ${statement} denies ${call.action}, so ${loss}${advice}`,
      got: policy.id,
    }));

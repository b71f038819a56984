import { lossesIn } from "../../guardrails/losses";
import { lostExactly } from "../../guardrails/lost-exactly";
import { placesInWords } from "../../guardrails/places";
import { actionsOf } from "../../policy/covers";
import { statementDiff } from "../../policy/statement-diff";
import type { ReviewRule } from "../rule";
import { callInWords, ticked, whoCalls } from "../words";

export const guardrailDenial: ReviewRule = {
  id: "guardrail-denial",
  severity: "critical",
  fires: "a call that the policies denied before the change is denied by none of them after it",
  matters: "a guardrail that lets one call or one principal through is a way around all of it",
  find: (input) =>
    lossesIn(input).flatMap((loss) => {
      const { policy, after, places, targets, atoms, witness } = loss;
      if (after === undefined || witness === undefined) return [];
      const where = placesInWords(input.organization, places, targets);
      return [
        {
          place: policy.key.replace(" ", ": "),
          isCounted: true,
          exactly: lostExactly(input.organization, loss),
          words: `\`${policy.name}\` no longer denies ${ticked(actionsOf(atoms))} to ${whoCalls(witness.principal)} on ${where}`,
          details: [`No longer denied: ${callInWords(witness)}`],
          diff: statementDiff(policy.text, after.text),
        },
      ];
    }),
};

import { lossesIn } from "../../guardrails/losses";
import { lostExactly } from "../../guardrails/lost-exactly";
import { placesInWords } from "../../guardrails/places";
import type { ReviewRule } from "../rule";
import { callInWords } from "../words";

export const guardrailCoverage: ReviewRule = {
  id: "guardrail-coverage",
  severity: "critical",
  fires: "a policy no longer reaches these places, and nothing that does denies the same there",
  matters: "whatever it denied is possible there again, for whoever holds the permissions",
  find: (input) =>
    lossesIn(input)
      .filter(({ after, witness }) => after === undefined && witness !== undefined)
      .map((loss) => ({ ...loss, exactly: lostExactly(input.organization, loss) }))
      .map(({ policy, places, targets, witness, exactly }) => ({
        place: policy.key.replace(" ", ": "),
        isCounted: true,
        exactly,
        words: `\`${policy.name}\` no longer covers ${placesInWords(input.organization, places, targets)}`,
        details: witness === undefined ? [] : [`No longer denied there: ${callInWords(witness)}`],
      })),
};

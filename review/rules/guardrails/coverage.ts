import { lossesIn } from "../../guardrails/losses";
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
      .map(({ policy, places, targets, witness }) => ({
        place: policy.key.replace(" ", ": "),
        words: `\`${policy.name}\` no longer covers ${placesInWords(input.organization, places, targets)}`,
        details: witness === undefined ? [] : [`No longer denied there: ${callInWords(witness)}`],
      })),
};

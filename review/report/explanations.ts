import { EXPIRED } from "../accepted/judge";
import { REVIEW_RULES } from "../rules";

/** The two sentences about a rule. */
export interface Explanation {
  readonly fires: string;
  readonly matters: string;
}

const OF_ENTRIES: Explanation = {
  fires: "an entry in the file of accepted risks is past its end date",
  matters:
    "a risk that was accepted for a time is a risk for good if nobody looks at it again: renew the entry, or remove it with what it allowed",
};

/** Why a rule fires and why it matters. */
export function explanationOf(rule: string): Explanation {
  if (rule === EXPIRED) return OF_ENTRIES;
  const found = REVIEW_RULES.find(({ id }) => id === rule);
  if (found === undefined) throw new Error(`a finding must be of a known rule, got ${rule}`);
  return found;
}

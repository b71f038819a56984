import { fingerprintOf } from "./accepted/fingerprint";
import type { ReviewInput } from "./model/review-input";
import { REVIEW_RULES } from "./rules";
import { REVIEW_SEVERITIES, type Finding, type Found, type ReviewRule } from "./rules/rule";

function finding({ id, severity: usual }: ReviewRule, found: Found): Finding {
  const { severity = usual, place, words, details, diff } = found;
  const told = { severity, place, words, ...(details && { details }), ...(diff && { diff }) };
  return { ...told, rule: id, fingerprint: fingerprintOf(id, { ...found, severity }) };
}

/** Everything that the rules find, the most serious first; in the order of the rules where it is as serious. */
export const findingsOf = (input: ReviewInput): readonly Finding[] =>
  REVIEW_RULES.flatMap((rule) => rule.find(input).map((found) => finding(rule, found))).sort(
    (a, b) => REVIEW_SEVERITIES.indexOf(a.severity) - REVIEW_SEVERITIES.indexOf(b.severity),
  );

import type { ReviewInput } from "./model/review-input";
import { REVIEW_RULES } from "./rules";
import { REVIEW_SEVERITIES, type Finding } from "./rules/rule";

/** Everything that the rules find, the most serious first; in the order of the rules where it is as serious. */
export const findingsOf = (input: ReviewInput): readonly Finding[] =>
  REVIEW_RULES.flatMap(({ id, severity, find }) => find(input).map((found) => ({ severity, ...found, rule: id }))).sort(
    (a, b) => REVIEW_SEVERITIES.indexOf(a.severity) - REVIEW_SEVERITIES.indexOf(b.severity),
  );

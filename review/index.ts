/** What does a change do to the protection? Rules over what is before and after, and the report of what they find. */
export { acceptedRisks, type AcceptedRisk } from "./accepted/accepted-risk";
export { EXPIRED } from "./accepted/judge";
export { reviewed } from "./reviewed";
export { changesBetween, spelledOrganization, type Synthesized } from "./model/from-synth";
export { inputOf, inputOfPlans } from "./model/input";
export { grouped } from "./model/grouped";
export { planOf } from "./model/plan-json";
export type { ReviewInput } from "./model/review-input";
export type { ExplainedFinding, ReviewJson } from "./report/for-machines";
export { pictureOf, type Node, type Picture, type PicturedGuardrail } from "./report/picture";
export type { Reach } from "./guardrails/reach";
export { sarifOf, type SarifFiles } from "./report/sarif";
export { sentence } from "./report/sentence";
export { acceptedInWords, countsInWords, NOTHING_WEAKENS, otherInWords } from "./report/summary";
export { REVIEW_RULES } from "./rules";
export { REVIEW_SEVERITIES, type ReviewSeverity } from "./rules/rule";

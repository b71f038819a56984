/** What does a change do to the protection? Rules over what is before and after, and the report of what they find. */
export { acceptedRisks, type AcceptedRisk } from "./accepted/accepted-risk";
export { reviewed } from "./reviewed";
export { changesBetween, spelledOrganization, type Synthesized } from "./model/from-synth";
export { inputOf, inputOfPlans } from "./model/input";
export { planOf } from "./model/plan-json";
export type { ReviewInput } from "./model/review-input";
export { REVIEW_RULES } from "./rules";
export type { ReviewSeverity } from "./rules/rule";

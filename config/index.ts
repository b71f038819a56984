export {
  blueprintOf,
  formerNames,
  subscriptionAddress,
  Target,
  textOf,
  unitsOf,
  type AccountName,
  type Arns,
  type Blueprint,
  type Names,
  type PlacedPolicy,
  type Subscriber,
  type Topic,
  oncePer,
} from "./blueprint";
export { defineConfig } from "./define-config";
export { SELF_SUFFICIENT_IDS as GUARDRAIL_IDS } from "../catalogue/guardrails";
export {
  accountsIn,
  adviceOn,
  heldBackBy,
  levelsTo,
  memberResources,
  mustPass,
  principalOf,
  type MustPass,
} from "./lock-out";
export { withTraces } from "./error-traces";
export { DEFAULT_FILE, loadConfig, namedConfig } from "./load";
export { parseConfig } from "./parse";
export { ConfigurationError, reportingProblems } from "./report/problem";
export { mayHoldSecret, publicText } from "./report/secrets";
export { namedOnce } from "./report/named-once";
export { printable } from "./report/shown";
export { configWarnings } from "./warnings";
export type { Baseline, BaselineConfig } from "./schema/baseline";

export { GUARDRAIL_IDS } from "../catalogue/guardrails";
export { detectionSettings } from "./detection-settings";
export { guardrailSettings } from "./guardrail-settings";
export { heldBackBy } from "./held-back";
export { levelsTo } from "./levels";
export { loadConfig } from "./load";
export { accountsOf } from "./lock-outs";
export { mustPass, type MustPass } from "./must-pass";
export { names, type Names } from "./names";
export { parseConfig } from "./parse";
export { preparedBy, preparedDetections } from "./prepared-detections";
export { governedRegions, partition } from "./partition";
export { placedPolicies, type PlacedPolicy } from "./placed-policies";
export { principalOf } from "./principal-of";
export { ConfigurationError } from "./problem";
export { reportingProblems } from "./reporting";
export { severitiesInUse } from "./severities-in-use";
export { targetSlug } from "./target-slug";
export { configWarnings } from "./warnings";
export type { Baseline, BaselineConfig } from "./schema/baseline";
import type { BaselineConfig } from "./schema/baseline";

/** Types a configuration while it is written. What it may hold is documented on every field. */
export const defineConfig = (config: BaselineConfig): BaselineConfig => config;

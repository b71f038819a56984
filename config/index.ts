export {
  blueprintOf,
  unitsOf,
  type Account,
  type AccountName,
  type Arns,
  type Blueprint,
  type Names,
  type Subscriber,
  type Target,
  type Topic,
} from "./blueprint";
export { defineConfig } from "./define-config";
export { GUARDRAIL_IDS } from "../catalogue/guardrails";
export { loadConfig } from "./load";
export { parseConfig } from "./parse";
export { ConfigurationError, reportingProblems } from "./report/problem";
export { configWarnings } from "./warnings";
export type { Baseline, BaselineConfig } from "./schema/baseline";
// Marked for removal, with the file, when the last command takes its values from the blueprint.
export * from "./legacy";

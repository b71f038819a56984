/** Our judge of service control policies and resource control policies: what a call meets on its way down the organization. */
export { splitArn } from "./arn";
export { describe } from "./describe";
export { evaluate, type EvaluateOptions } from "./evaluate";
export { FULL_AWS_ACCESS, RCP_FULL_AWS_ACCESS } from "./full-access";
export { parsePolicy } from "./parse-policy";
export type { Call, ContextValue } from "./call";
export type { AttachedPolicy, Level, LevelName } from "./hierarchy";
export type { Condition, PolicyDocument, PolicyType, Selection, Statement } from "./policy-document";
export type { Principal } from "./principal";
export type { Verdict } from "./verdict";

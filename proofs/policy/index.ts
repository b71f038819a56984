/** Our judge of service control policies and resource control policies: what a call meets on its way down the organization. */
export { splitArn } from "./arn";
export { evaluate } from "./evaluate";
export { FULL_AWS_ACCESS, RCP_FULL_AWS_ACCESS } from "./full-access";
export { strictJson } from "../strict-json";
export { parsePolicy, parsePolicyText } from "./parse-policy";
export type { Call, ContextValue, Principal } from "./call";
export type { AttachedPolicy, Level } from "./hierarchy";
export type { PolicyDocument, PolicyType, Statement } from "./policy-document";
export { describe, type Verdict } from "./verdict";

/** Our judge of service control policies and resource control policies: what a call meets on its way down the organization. */
export { absentFrom } from "./absent-keys";
export { splitArn } from "./arn";
export { bearingOf, isAbout, type Bearing } from "./bearing";
export { spelledKey } from "./condition-keys";
export { contextOf } from "./context";
export { decide } from "./decide";
export { evaluate } from "./evaluate";
export { binds, boundAccount } from "./exemption";
export { FULL_AWS_ACCESS, onRoot, RCP_FULL_AWS_ACCESS } from "./full-access";
export { isObject } from "../json";
export { KeyTwice, strictJson } from "../strict-json";
export { parseDate as parseMoment } from "./values";
export { parsePolicy, parsePolicyText } from "./parse-policy";
export type { Call, ContextValue, Principal } from "./call";
export type { AttachedPolicy, Level } from "./hierarchy";
export type { PolicyDocument, PolicyType, Statement } from "./policy-document";
export { describe, type Undecided, type Verdict } from "./verdict";

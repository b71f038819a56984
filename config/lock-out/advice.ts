import { globalRegionOf, serviceOfAction } from "../../catalogue/aws/global-services";
import type { PolicyType, Statement } from "../../proofs/policy";
import type { Blueprint } from "../blueprint";
import type { MustPass } from "./call";
import { isTimeKey } from "./moments";

/** What a lock-out is about: the policy, its statement, and the call that it holds back. */
interface About {
  readonly blueprint: Blueprint;
  readonly policy: { readonly type: PolicyType };
  readonly statement: Statement;
  readonly blocked: MustPass;
}

type Advise = (about: About) => string | undefined;

const tests = ({ conditions }: Statement, ...keys: readonly string[]): boolean =>
  conditions.some(({ key }) => keys.includes(key));

/** A lock on Regions: a global service is called in one Region, wherever the caller works. */
const aboutRegions: Advise = ({ blueprint: { partition }, statement, blocked: { call } }) => {
  if (!tests(statement, "aws:requestedregion")) return undefined;
  const service = serviceOfAction(call.action);
  const global = globalRegionOf(partition.id, call.action);
  const region = String(call.context?.["aws:RequestedRegion"]);
  if (global === undefined) return `the baseline calls ${service} in ${region}: let that Region through`;
  const way = statement.actions.negated
    ? `add ${service}:* to its NotAction`
    : `take ${service} out of its Action (NotAction with ${service}:* in place of "*")`;
  return `every call of ${service} carries ${global} in aws:RequestedRegion: let that Region through, or ${way}`;
};

const aboutMfa: Advise = ({ statement, blocked: { varies, call } }) =>
  tests(statement, "aws:multifactorauthpresent", "aws:multifactorauthage") &&
  varies["aws:MultiFactorAuthPresent"]?.includes("true") !== true
    ? call.principal.type === "assumed-root"
      ? 'a root session carries no MFA: its Condition needs "Null": { "aws:AssumedRoot": "true" }'
      : "a session that a role opened carries no MFA: leave the principal out by aws:PrincipalArn"
    : undefined;

const aboutTime: Advise = ({ statement }) =>
  statement.conditions.some(({ key }) => isTimeKey(key))
    ? "it denies from a date on and for good: give it an end, or leave the principal out"
    : undefined;

/** A deny that is about root users, or about everybody. */
const aboutRoot: Advise = ({ statement, blocked: { call } }) => {
  if (call.principal.type !== "assumed-root") return undefined;
  const aboutItsArn = tests(statement, "aws:principalarn", "aws:principaltype", "aws:userid");
  const what = aboutItsArn ? "a deny of root" : "to let root sessions through, it";
  return `${what} needs "Null": { "aws:AssumedRoot": "true" } in its Condition`;
};

/** Resource control policies bind AWS's own services, which have neither account nor organization. */
const aboutServices: Advise = ({ policy: { type }, blocked: { call } }) =>
  type === "RESOURCE_CONTROL_POLICY" && call.principal.type === "service"
    ? 'AWS services call here: its Condition needs "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }'
    : undefined;

const ADVICE: readonly Advise[] = [aboutRegions, aboutMfa, aboutTime, aboutRoot, aboutServices];

/** What to change in the policy, in brackets; nothing where the sentence before it says all. */
export function adviceOn(about: About): string {
  const advice = ADVICE.map((advise) => advise(about)).find((text) => text !== undefined);
  return advice === undefined ? "" : ` (${advice})`;
}

import { judgedPolicy, PROOF_SETTINGS, type GuardrailSettings } from "../../catalogue/guardrail";
import { guardrail } from "../../catalogue/guardrails";
import { evaluate, onRoot, type AttachedPolicy, type Call, type Principal } from "../../proofs/policy";
import { oncePer, type Blueprint } from "../blueprint";
import { ANY_MEMBER } from "./call";
import { levelsTo } from "./levels";
import { principalOf } from "./principal-of";

/** What an administrator does to hold an exempt role: create it, trust himself in it, or hand it to a machine. */
const FIRST_STEPS = ["iam:CreateRole", "iam:UpdateAssumeRolePolicy", "iam:PassRole"];

/** Whether the pattern leaves the account open and is not of the path in which only AWS creates roles. */
const leavesAccountOpen = (pattern: string): boolean => /^arn:[^:]*:iam::\*:role\/(?!aws-reserved\/)/.test(pattern);

/** One identity that a pattern lets through; the pattern itself where it names one. */
export const oneOf = (pattern: string): string => pattern.replaceAll(/[*?]/g, "x");

/** One role of the account that the pattern lets through. */
const roleOf = (pattern: string, account: string): string => oneOf(pattern.replace("::*:", `::${account}:`));

export const administratorOf = (account: string): Principal => ({ type: "role", account, name: "Administrator" });

/** What the proofs of the guardrails are judged by, with the exemptions of a configuration. Each is read once. */
const judgedOf = oncePer<GuardrailSettings, Map<string, AttachedPolicy>>(() => new Map());

function judged(id: string, settings: GuardrailSettings): AttachedPolicy {
  const known = judgedOf(settings).get(id);
  if (known !== undefined) return known;
  const { exemptPrincipals, breakGlassRoles } = settings;
  const as = { ...PROOF_SETTINGS, exemptPrincipals, breakGlassRoles, breakGlassTasks: [] };
  const policy = judgedPolicy(guardrail(id), as);
  judgedOf(settings).set(id, policy);
  return policy;
}

/** Whether the guardrail holds back an administrator and lets the principal through: then it is worth impersonating. */
export function exempts(id: string, settings: GuardrailSettings, principal: Principal): boolean {
  const levels = onRoot(judged(id, settings));
  const denied = (call: Call, caller: Principal) =>
    evaluate({ ...call, principal: caller }, levels).decision === "denied";
  return guardrail(id).denies.some((call) => denied(call, administratorOf(ANY_MEMBER)) && !denied(call, principal));
}

/** A way round a guardrail: on the target, an administrator of a member account makes the exempt role his own. */
export interface WayRound {
  readonly guardrail: string;
  readonly target: string;
  readonly step: string;
}

/** The ways round the guardrails that an exempt pattern opens. Decided by evaluating the attack, step by step. */
export function waysRound(pattern: string, { policies, guardrailSettings }: Blueprint): readonly WayRound[] {
  const exempt = leavesAccountOpen(pattern) ? principalOf(roleOf(pattern, ANY_MEMBER)) : undefined;
  if (exempt === undefined) return [];
  return policies
    .flatMap(({ guardrails, targets }) => guardrails.map((id) => ({ id, targets })))
    .filter(({ id }) => exempts(id, guardrailSettings, exempt))
    .flatMap(({ id, targets }) =>
      targets.flatMap((target) => {
        const account = target.account ?? ANY_MEMBER;
        const call = { principal: administratorOf(account), resource: roleOf(pattern, account) };
        const levels = levelsTo(policies, [target]);
        const step = FIRST_STEPS.find((action) => evaluate({ ...call, action }, levels).decision !== "denied");
        return step === undefined ? [] : [{ guardrail: id, target: target.text, step }];
      }),
    );
}

import { levelsTo, Target, type Blueprint, type PlacedPolicy } from "../../../config";
import { absentFrom, decide, spelledKey, type Call, type Principal } from "../../../proofs/policy";
import type { PossibleChange } from "./change";
import type { UnitsAbove } from "./units";

/** Whether somebody can have called, as far as guardrails say it: their own policies must permit it besides. */
export type Could =
  | { readonly can: "yes" }
  /** Ids of the policies that deny it. */
  | { readonly can: "no"; readonly deniedBy: readonly string[] }
  | { readonly can: "open"; readonly because: string };

/** Whether it can have been any of several: yes before open before no. */
export function anyOf(answers: readonly Could[]): Could {
  const found = answers.find(({ can }) => can === "yes") ?? answers.find(({ can }) => can === "open");
  if (found !== undefined) return found;
  return { can: "no", deniedBy: [...new Set(answers.flatMap((each) => (each.can === "no" ? each.deniedBy : [])))] };
}

/** Keys of calls that only look at what they tag, or make it: drift is neither. */
const ABSENT = ["aws:requesttag/*", "aws:tagkeys"];

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, "Z");

/** Judges one principal by the policies on one path. */
function onPath(
  { accounts }: Blueprint,
  policies: readonly PlacedPolicy[],
  path: readonly Target[],
  call: Call,
): Could {
  const options = { managementAccount: accounts.management.id };
  const verdict = decide(call, levelsTo(policies, path), absentFrom(call.principal, ABSENT), options);
  if (verdict.decision === "denied") return { can: "no", deniedBy: [verdict.policy ?? "what the organization allows"] };
  if (verdict.decision !== "undecided") return { can: "yes" };
  return { can: "open", because: `${verdict.policy} decides by ${verdict.keys.map(spelledKey).join(", ")}` };
}

/**
 * Judges a call by what is attached to the root, to the units above the account and to the account. Where nobody knows
 * these units, by each unit to which the configuration attaches something, because it does not say what lies where.
 */
function couldCall(
  blueprint: Blueprint,
  policies: readonly PlacedPolicy[],
  account: string,
  unitsAbove: UnitsAbove,
  call: Call,
): Could {
  const place = new Target(account);
  const units = unitsAbove(account);
  if (units !== undefined) return onPath(blueprint, policies, [...units, place], call);
  const certain = onPath(blueprint, policies, [place], call);
  if (certain.can !== "yes" || account === blueprint.accounts.management.id) return certain;
  for (const unit of blueprint.targets.filter(({ kind }) => kind === "unit" || kind === "path")) {
    const below = onPath(blueprint, policies, [unit, place], call);
    if (below.can === "no")
      return { can: "open", because: `${below.deniedBy.join(", ")} denies it, if the account lies in ${unit.text}` };
    if (below.can === "open") return { can: "open", because: `${below.because}, if the account lies in ${unit.text}` };
  }
  return certain;
}

/** Whether the principal can have made any of the calls. */
export function could(
  blueprint: Blueprint,
  policies: readonly PlacedPolicy[],
  { account, owner, region, calls }: PossibleChange,
  unitsAbove: UnitsAbove,
  principal: Principal,
): Could {
  if (account === undefined) return { can: "open", because: "the plan does not say in which account" };
  const all = calls.flatMap(({ action, on }) =>
    (on ?? [{}]).map(({ resource, context }: NonNullable<typeof on>[number]): Could => {
      const answer = couldCall(blueprint, policies, account, unitsAbove, {
        principal,
        action,
        ...(resource === undefined ? {} : { resource }),
        ...(owner === undefined ? {} : { resourceAccount: owner }),
        context: {
          ...(region === undefined ? {} : { "aws:RequestedRegion": region }),
          "aws:SecureTransport": "true",
          "aws:ViaAWSService": "false",
          ...context,
        },
        at: now(),
      });
      const isGuess = on === undefined && answer.can === "yes" && account !== blueprint.accounts.management.id;
      return isGuess ? { can: "open", because: `what ${action} is called on is not known` } : answer;
    }),
  );
  return anyOf(all);
}

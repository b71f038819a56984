import { oncePer, type Blueprint, type PlacedPolicy, type Target } from "../blueprint";
import { boundAccount, type PolicyDocument } from "../../proofs/policy";
import { adviceOn } from "./advice";
import { ANY_MEMBER, type MustPass } from "./call";
import { heldBackBy } from "./held-back";
import { attached } from "./levels";
import { mustPass } from "./must-pass";

/** A policy that holds back a call which must pass, or may. */
export interface LockOut {
  readonly policy: PlacedPolicy;
  readonly statement: string;
  readonly blocked: MustPass;
  /** Whether the policy is attached above the caller for certain; below an OU, only the live organization knows. */
  readonly isAbove: boolean;
  /** The keys whose values decide, which nobody knows; none where it always holds the call back. */
  readonly keys: readonly string[];
  /** What to change in the policy, in brackets, or nothing. */
  readonly advice: string;
}

/** Accounts that the policy speaks of or is attached to: where it may say something that it says nowhere else. */
export const accountsIn = (targets: readonly Target[], document: PolicyDocument): readonly string[] => [
  ...targets.flatMap(({ account }) => account ?? []),
  ...document.statements
    .flatMap(({ conditions }) => conditions.flatMap(({ values }) => values))
    .flatMap((value) => value.match(/(?<!\d)\d{12}(?!\d)/g) ?? []),
];

/** Whether the policy reaches the account: surely, perhaps (it is attached to an OU), or not at all. */
function reach({ targets }: PlacedPolicy, account: string | undefined): "surely" | "perhaps" | "never" {
  if (targets.some(({ kind }) => kind === "root")) return "surely";
  const onUnit = targets.some(({ kind }) => kind !== "account");
  if (account === undefined) return onUnit ? "surely" : "never";
  if (targets.some((target) => target.account === account)) return "surely";
  return onUnit ? "perhaps" : "never";
}

/** The account whose place decides: the caller's, for a resource control policy the resource's. Undefined is any member. */
function placeOf({ type }: PlacedPolicy, { call }: MustPass): string | undefined {
  const account = boundAccount(type, call);
  return account === ANY_MEMBER ? undefined : account;
}

function ofPolicy(blueprint: Blueprint, policy: PlacedPolicy): readonly LockOut[] {
  const found = new Map<string, LockOut>();
  const { management } = blueprint.accounts;
  const members = accountsIn(policy.targets, policy.document).filter((account) => account !== management.id);
  for (const blocked of mustPass(blueprint, [...new Set(members)])) {
    const reached = reach(policy, placeOf(policy, blocked));
    if (reached === "never" || found.has(blocked.who)) continue;
    const held = heldBackBy(attached(policy), blocked, management.id);
    if (held === undefined) continue;
    const { statement, keys } = held;
    // What is not decided is told once for each caller, statement and key; what is decided, once for each caller.
    const key = keys.length === 0 ? blocked.who : [blocked.who, statement.id, ...keys].join("\n");
    if (found.has(key)) continue;
    const advice = adviceOn({ blueprint, policy, statement, blocked });
    found.set(key, { policy, statement: statement.id, blocked, isAbove: reached === "surely", keys, advice });
  }
  return [...found.values()];
}

/**
 * What locks whom out, decided by evaluating every policy: the first call of each caller that it holds back, and the
 * first that it holds back or not, depending on what nobody knows. Evaluated once for each blueprint, for the checks and
 * the warnings.
 */
export const lockOuts = oncePer((blueprint: Blueprint): readonly LockOut[] =>
  blueprint.policies.flatMap((policy) => ofPolicy(blueprint, policy)),
);

import { oncePer, type Blueprint, type PlacedPolicy, type Target } from "../blueprint";
import type { PolicyDocument } from "../../proofs/policy";
import type { MustPass } from "./call";
import { heldBackBy } from "./held-back";
import { attached } from "./levels";
import { mustPass } from "./must-pass";

/** A policy that holds back a call which must pass. */
export interface LockOut {
  readonly policy: PlacedPolicy;
  readonly statement: string;
  readonly blocked: MustPass;
  /** Whether the policy is attached above the caller for certain; below an OU, only the live organization knows. */
  readonly certain: boolean;
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

function ofPolicy(blueprint: Blueprint, policy: PlacedPolicy): readonly LockOut[] {
  const found = new Map<string, LockOut>();
  const { management } = blueprint.accounts;
  const members = accountsIn(policy.targets, policy.document).filter((account) => account !== management.id);
  for (const blocked of mustPass(blueprint, [...new Set(members)])) {
    const reached = reach(policy, blocked.account);
    if (reached === "never" || found.has(blocked.who)) continue;
    const statement = heldBackBy(attached(policy), blocked.call);
    if (statement !== undefined) found.set(blocked.who, { policy, statement, blocked, certain: reached === "surely" });
  }
  return [...found.values()];
}

/**
 * What locks whom out, decided by evaluating every policy: the first call of each caller that it holds back. Evaluated
 * once for each blueprint, for the checks and the warnings.
 */
export const lockOuts = oncePer((blueprint: Blueprint): readonly LockOut[] =>
  blueprint.policies.flatMap((policy) => ofPolicy(blueprint, policy)),
);

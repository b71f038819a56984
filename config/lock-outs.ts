import { heldBackBy } from "./held-back";
import { mustPass, type MustPass, type MUST_PASS_READS } from "./must-pass";
import { placedPolicies, type PlacedPolicy } from "./placed-policies";
import type { Baseline } from "./schema/baseline";

/** A policy that holds back a call which must pass. */
export interface LockOut {
  readonly policy: PlacedPolicy;
  readonly statement: string;
  readonly blocked: MustPass;
  /** Whether the policy is attached above the caller for certain; below an OU, only the live organization knows. */
  readonly certain: boolean;
}

const isAccount = (target: string): boolean => /^\d{12}$/.test(target);

/** Accounts that the policy speaks of or hangs on: where it may say something that it says nowhere else. */
export const accountsOf = ({ targets, document }: Pick<PlacedPolicy, "targets" | "document">): readonly string[] => [
  ...targets.filter(isAccount),
  ...document.statements
    .flatMap(({ conditions }) => conditions.flatMap(({ values }) => values))
    .flatMap((value) => value.match(/(?<!\d)\d{12}(?!\d)/g) ?? []),
];

/** Whether the policy reaches the account: surely, perhaps (it hangs on an OU), or not at all. */
function reach({ targets }: PlacedPolicy, account: string | undefined): "surely" | "perhaps" | "never" {
  if (targets.includes("root")) return "surely";
  if (account === undefined) return targets.some((target) => !isAccount(target)) ? "surely" : "never";
  if (targets.includes(account)) return "surely";
  return targets.some((target) => !isAccount(target)) ? "perhaps" : "never";
}

/** What locks whom out, decided by evaluating every policy: the first call of each caller that it holds back. */
export function lockOuts(baseline: Pick<Baseline, (typeof MUST_PASS_READS)[number]>): readonly LockOut[] {
  return placedPolicies(baseline).flatMap((policy) => {
    const found = new Map<string, LockOut>();
    const attached = { name: policy.id, type: policy.type, document: policy.document };
    const members = accountsOf(policy).filter((account) => account !== baseline.accounts.management.id);
    for (const blocked of mustPass(baseline, [...new Set(members)])) {
      const reached = reach(policy, blocked.account);
      if (reached === "never" || found.has(blocked.who)) continue;
      const statement = heldBackBy(attached, blocked.call);
      if (statement !== undefined)
        found.set(blocked.who, { policy, statement, blocked, certain: reached === "surely" });
    }
    return [...found.values()];
  });
}

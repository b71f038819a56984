import { accountsIn, adviceOn, heldBackBy, mustPass, Target, type Blueprint, type MustPass } from "../../config";
import { describe, evaluate, spelledKey, type AttachedPolicy } from "../../proofs/policy";
import type { LiveOrganization } from "../../organization/tree/live-organization";
import { pathOf } from "./live-path";
import { liveLevels, type Foreign } from "./live-policies";

/** A live policy that holds back what the baseline needs, or may. */
export interface Finding {
  readonly policy: string;
  readonly text: string;
  /** The keys whose values decide, which nobody knows; none where it always holds the call back. */
  readonly keys: readonly string[];
}

/** What the policy does to the call, as a finding; `on` says where it is attached, where that is not plain. */
function findingOf(blueprint: Blueprint, policy: AttachedPolicy, blocked: MustPass, on = ""): Finding | undefined {
  const held = heldBackBy(policy, blocked, blueprint.accounts.management.id);
  if (held === undefined) return undefined;
  const { statement, keys } = held;
  const { who, loss, call } = blocked;
  const advice = adviceOn({ blueprint, policy, statement, blocked });
  const text =
    keys.length === 0
      ? `${policy.name}${on} must let ${who} through: statement ${statement.id} denies ${call.action}, so ${loss}${advice}`
      : `${policy.name}${on} may hold back ${who}: whether statement ${statement.id} denies ${call.action} depends on ${keys.map(spelledKey).join(" and ")}; where it does, ${loss}`;
  return { policy: policy.name, text, keys };
}

/** What always holds back, or else the first that may. */
const worst = (findings: readonly Finding[]): readonly Finding[] => {
  const sure = findings.find(({ keys }) => keys.length === 0) ?? findings[0];
  return sure === undefined ? [] : [sure];
};

const isOnWay = (path: ReadonlySet<string>, targets: readonly string[]): boolean =>
  targets.some((target) => path.has(target));

/**
 * Root sessions happen in any member: every policy of others that is attached anywhere is asked, for any account and for
 * those that it speaks of.
 */
function againstRootSessions(blueprint: Blueprint, { attached }: Foreign): readonly Finding[] {
  const { management } = blueprint.accounts;
  return attached
    .filter(({ targets }) => targets.some((target) => target !== management.id))
    .flatMap(({ policy, targets }) => {
      const places = targets.map((target) => new Target(target));
      const named = accountsIn(places, policy.document).filter((account) => account !== management.id);
      const sessions = mustPass(blueprint, [...new Set(named)]).filter(
        ({ call }) => call.principal.type === "assumed-root",
      );
      const on = ` on ${targets.join(", ")}`;
      return worst(sessions.flatMap((session) => findingOf(blueprint, policy, session, on) ?? []));
    });
}

/** Calls of an account are judged where the account lies, with everything above it. */
async function againstAccounts(
  blueprint: Blueprint,
  live: LiveOrganization,
  foreign: Foreign,
  calls: readonly MustPass[],
): Promise<readonly Finding[]> {
  const findings = new Map<string, Finding>();
  for (const account of new Set(calls.flatMap((each) => each.account ?? []))) {
    const path = await pathOf(live, account);
    const ids = new Set(path.map(({ id }) => id));
    const above: readonly AttachedPolicy[] = foreign.attached
      .filter(({ targets }) => isOnWay(ids, targets))
      .map(({ policy }) => policy);
    const levels = liveLevels(path, foreign.attached, blueprint.policies);
    for (const each of calls.filter((other) => other.account === account)) {
      const { who, loss, call } = each;
      for (const policy of above) {
        const finding = findingOf(blueprint, policy, each);
        const key = `${policy.name} ${who}`;
        if (finding !== undefined && (findings.get(key)?.keys.length ?? Infinity) > finding.keys.length)
          findings.set(key, finding);
      }
      const verdict = evaluate(call, levels);
      if (verdict.reason === "no allow at level")
        findings.set(`${verdict.level.id} ${who}`, {
          policy: verdict.level.id,
          keys: [],
          text: `${verdict.level.name ?? verdict.level.id} must let ${who} through: ${call.action} is ${describe(verdict)}, so ${loss}`,
        });
    }
  }
  return [...findings.values()];
}

/** Names every policy of others that would stop a root session, break glass, the pipeline or CloudTrail. */
export async function review(
  blueprint: Blueprint,
  live: LiveOrganization,
  foreign: Foreign,
): Promise<readonly Finding[]> {
  const ofAccounts = mustPass(blueprint).filter(({ account }) => account !== undefined);
  return [...againstRootSessions(blueprint, foreign), ...(await againstAccounts(blueprint, live, foreign, ofAccounts))];
}

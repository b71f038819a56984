import { accountsIn, heldBackBy, mustPass, Target, type Blueprint, type MustPass } from "../../config";
import { describe, evaluate, type AttachedPolicy } from "../../proofs/policy";
import type { LiveOrganization } from "../../organization/live-organization";
import { pathOf } from "./live-path";
import { liveLevels, type Foreign } from "./live-policies";

/** A live policy that holds back what the baseline needs. */
export interface Finding {
  readonly policy: string;
  readonly text: string;
}

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
      for (const { who, loss, call } of sessions) {
        const statement = heldBackBy(policy, call);
        if (statement === undefined) continue;
        const text = `${policy.name} on ${targets.join(", ")} must let ${who} through: statement ${statement} denies ${call.action}, so ${loss}`;
        return [{ policy: policy.name, text }];
      }
      return [];
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
    for (const { who, loss, call } of calls.filter((each) => each.account === account)) {
      for (const policy of above) {
        const statement = heldBackBy(policy, call);
        const text = `${policy.name} must let ${who} through: statement ${statement} denies ${call.action}, so ${loss}`;
        const key = `${policy.name} ${who}`;
        if (statement !== undefined && !findings.has(key)) findings.set(key, { policy: policy.name, text });
      }
      const verdict = evaluate(call, levels);
      if (verdict.reason === "no allow at level")
        findings.set(`${verdict.level.id} ${who}`, {
          policy: verdict.level.id,
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

import { ageText, daysSince, isToCome } from "../../age";
import type { AuditedAccount, Control } from "../../control";
import { accountText, gap, inForce, judged, notApplicable, ours, unknown, type Finding, type Mend } from "../../item";

/** Days after which an audit says nothing of today any more: ours, as verify runs weekly and a month may pass. */
export const AUDIT_DAYS = 31;

const AUDIT: Mend = { mend: "audit, then verify with --audit and its record", run: [ours("audit")] };

const foundIn = (audited: AuditedAccount | undefined, now: Date): string =>
  audited === undefined || audited.notLookedAt !== undefined || audited.left.length === 0
    ? ""
    : `. The last audit found ${audited.left.join(", ")} (${ageText(audited.at, now)})`;

/**
 * A closed account, or one that AWS suspended: nothing in it can be used until AWS Support reopens it, which it does for
 * 90 days after a closure. Source: AWS Organizations API Reference, CloseAccount. One that is reopened is ACTIVE, and
 * judged like every other; one that is only about to be closed is not yet out of use.
 */
const suspended = (of: string, audited: AuditedAccount | undefined, now: Date): Finding =>
  notApplicable(
    of,
    `SUSPENDED: nothing in it can be used, and no root session reaches it. It is judged again where AWS Support reopens it${foundIn(audited, now)}`,
  );

/** Whether something was found that can be removed. */
const isLeft = (audited: AuditedAccount | undefined, now: Date): boolean =>
  audited !== undefined && !isToCome(audited.at, now) && audited.notLookedAt === undefined && audited.left.length > 0;

/** Accounts up to which a command names them: without any it takes all in which something is left. */
const NAMED = 20;

/** One command for all accounts in which something is left. */
const remove = (ids: readonly string[]): Mend => ({
  mend: "look at what would be removed; then the same with --apply and --reason",
  run: [ours("remove-root-credentials", ...(ids.length > NAMED ? [] : ids))],
});

function judgeAccount(of: string, audited: AuditedAccount | undefined, now: Date, left: Mend): Finding {
  if (audited === undefined) return gap(of, "is not in the last audit", AUDIT);
  const age = ageText(audited.at, now);
  if (isToCome(audited.at, now)) return gap(of, `${audited.at} is in the future`, AUDIT);
  if (audited.notLookedAt !== undefined)
    return unknown(of, `nobody could look (${age}): ${audited.notLookedAt}`, AUDIT);
  if (audited.left.length > 0) return gap(of, `${audited.left.join(", ")} (${age})`, left);
  return daysSince(audited.at, now) > AUDIT_DAYS
    ? gap(of, `nothing was left ${age}: too long ago to say anything of today`, AUDIT)
    : inForce(of, `no root credentials (${age})`);
}

export const rootCredentials: Control = {
  id: "root-credentials",
  title: "No member account has root credentials",
  matters:
    "What does not exist cannot be stolen: no password, key, certificate or device of a member's root user is needed.",
  checklist: 2,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.4" },
    { source: "AWS Security Hub", control: "IAM.4" },
  ],
  reads: ["organizations:ListAccountsForParent"],
  judge: ({ live: { snapshot }, audit, now }) =>
    judged("member accounts", snapshot, ({ accounts, managementAccount }) => {
      const members = accounts.filter(({ id }) => id !== managementAccount);
      if (audit === undefined) return [gap(`${members.length} member accounts`, "no audit was given", AUDIT)];
      const audited = new Map(audit.map((each) => [each.id, each]));
      const has = members.filter(({ id, status }) => status !== "SUSPENDED" && isLeft(audited.get(id), now));
      const left = remove(has.map(({ id }) => id));
      // Those that one command mends stand together: it is told once.
      const inOrder = [...has, ...members.filter((each) => !has.includes(each))];
      return [
        ...inOrder.map(({ id, name, status }) => {
          const of = accountText({ id, name });
          return status === "SUSPENDED"
            ? suspended(of, audited.get(id), now)
            : judgeAccount(of, audited.get(id), now, left);
        }),
        ...(members.length === 0 ? [inForce("member accounts", "there are none")] : []),
      ];
    }),
};

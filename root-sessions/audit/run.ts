import type { RootSessions } from "..";
import type { ListedAccount } from "../../organization/accounts";
import { AUDIT_FORM, isLookedAt, type AuditRecord, type AuditRow } from "../audit-record";
import { lookAt } from "./look";
import { forEach, Pace } from "./pace";

/** Accounts that are looked at at a time. Each waits for AWS most of the time. */
const AT_ONCE = 4;

/** What an audit is made of. */
export interface Audit {
  readonly organization: string;
  readonly managementAccount: string;
  readonly sessions: RootSessions;
  readonly reason: string;
  readonly accounts: readonly ListedAccount[];
  readonly readRole?: string | undefined;
  /** Root sessions that are opened in a minute at most. */
  readonly perMinute: number;
  /** An interrupted audit: what it looked at stays, the rest is looked at now. */
  readonly resumed?: AuditRecord | undefined;
  /** Begins no more accounts once it has come. */
  readonly signal: AbortSignal;
  /** Hears of the record after every account that was looked at. */
  readonly tell: (record: AuditRecord) => void;
}

/** The accounts that still are to be looked at. */
export const outstanding = ({ accounts, resumed }: Pick<Audit, "accounts" | "resumed">): readonly ListedAccount[] => {
  const known = new Set(resumed?.accounts.filter(isLookedAt).map(({ id }) => id));
  return accounts.filter(({ id }) => !known.has(id));
};

/** Looks at every account. The record has no end where the signal came before. */
export async function audit(asked: Audit): Promise<AuditRecord> {
  const { sessions, accounts, resumed, managementAccount, readRole, perMinute, signal, tell } = asked;
  const rows = new Map<string, AuditRow>(resumed?.accounts.map((row) => [row.id, row]));
  const begun = resumed?.begun ?? new Date().toISOString();
  const record = (ended: string | null): AuditRecord => ({
    version: AUDIT_FORM,
    organization: asked.organization,
    managementAccount,
    caller: sessions.caller.arn,
    reason: asked.reason,
    begun,
    ended,
    accounts: accounts.flatMap(({ id }) => rows.get(id) ?? []),
  });
  const looking = { sessions, managementAccount, readRole, pace: new Pace(perMinute, signal) };
  const todo = outstanding(asked);
  let left = todo.length;
  await forEach(todo, { atOnce: AT_ONCE, signal }, async (account) => {
    rows.set(account.id, await lookAt(account, looking));
    left -= 1;
    tell(record(null));
  }).catch((error: unknown) => {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
  });
  return record(left === 0 ? new Date().toISOString() : null);
}

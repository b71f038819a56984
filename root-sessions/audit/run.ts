import type { RootSessions } from "..";
import type { ListedAccount } from "../../organization/tree/accounts";
import { AUDIT_FORM, isLookedAt, type AuditRecord, type AuditRow } from "../audit-record";
import { EntryRefusal } from "../refusal";
import { lookAt } from "./look";
import { forEach, Pace } from "./pace";

export const INTERRUPTED = "an interruption";

/** Accounts that are looked at at a time. Each waits for AWS most of the time. */
export const AT_ONCE = 4;

/** What an audit is made of. */
export interface Audit {
  readonly organization: string;
  readonly managementAccount: string;
  readonly sessions: RootSessions;
  readonly reason: string;
  readonly accounts: readonly ListedAccount[];
  /** Invitations that wait. @default - not read */
  readonly invited?: AuditRecord["invited"];
  readonly readRole?: string | undefined;
  /** Root sessions that are opened in a minute at most. */
  readonly perMinute: number;
  /** An interrupted audit: what it looked at stays, the rest is looked at now. */
  readonly resumed?: AuditRecord | undefined;
  /** Begins no more accounts once it has come. */
  readonly signal: AbortSignal;
  /** Hears of the record before the first account, and after every one. What it throws ends the audit. */
  readonly tell: (record: AuditRecord) => void;
}

/** The accounts that still are to be looked at. */
export const outstanding = ({ accounts, resumed }: Pick<Audit, "accounts" | "resumed">): readonly ListedAccount[] => {
  const known = new Set(resumed?.accounts.filter(isLookedAt).map(({ id }) => id));
  return accounts.filter(({ id }) => !known.has(id));
};

/** What an audit came to. */
export interface Audited {
  /** Has no end where the audit was stopped before. */
  readonly record: AuditRecord;
  /** Why it was stopped. @default - it was not */
  readonly stopped?: string;
}

/** Why no more accounts are looked at. Throws what is a bug, or keeps the record from being written. */
function whyStopped(error: unknown): string {
  if (error instanceof EntryRefusal) return error.message;
  // The signal came while it waited for its turn.
  if (error instanceof Error && error.name === "AbortError") return INTERRUPTED;
  throw error;
}

/** Looks at every account. The record is told once before the first one, so that a file that cannot be is known. */
export async function audit(asked: Audit): Promise<Audited> {
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
    ...(asked.invited === undefined ? {} : { invited: asked.invited }),
  });
  const looking = { sessions, managementAccount, readRole, pace: new Pace(perMinute, signal) };
  const todo = outstanding(asked);
  let left = todo.length;
  tell(record(null));
  try {
    await forEach(todo, { atOnce: AT_ONCE, signal }, async (account) => {
      rows.set(account.id, await lookAt(account, looking));
      left -= 1;
      tell(record(null));
    });
  } catch (error) {
    return { record: record(null), stopped: whyStopped(error) };
  }
  return left === 0 ? { record: record(new Date().toISOString()) } : { record: record(null), stopped: INTERRUPTED };
}

import type { RootSessions } from "..";
import { Pace } from "../audit/pace";
import { INTERRUPTED } from "../audit/run";
import { EntryRefusal } from "../refusal";
import { removeInAccount } from "./account";
import { isToRemove, type ToRemove } from "./planned";
import { REMOVAL_FORM, type AccountRemoval, type RemovalRecord } from "./record";

/** What a removal is made of. */
export interface Removal {
  readonly organization: string;
  readonly managementAccount: string;
  readonly sessions: RootSessions;
  readonly reason: string;
  /** Whether what was used lately is removed, too. */
  readonly evenIfUsed: boolean;
  /** What was found, and shown. */
  readonly accounts: readonly AccountRemoval[];
  /** Root sessions that are opened in a minute at most. */
  readonly perMinute: number;
  /** Whether a person wants it, asked for each account before its session is opened; undefined: asks no more. */
  readonly confirm: (account: ToRemove) => Promise<boolean | undefined>;
  /** Begins no other call once it has come. */
  readonly signal: AbortSignal;
  /** Hears of the record at the beginning, and whenever something changes. What it throws ends the removal. */
  readonly tell: (record: RemovalRecord) => void;
}

/** Why the removal ends here; undefined where it goes on. */
type Stopped = string | undefined;

/** The accounts, one after the other: a person is asked for each, and no two need to be undone at once. */
class Run {
  private readonly accounts: Map<string, AccountRemoval>;
  private readonly begun = new Date().toISOString();
  private readonly pace: Pace;

  constructor(private readonly asked: Removal) {
    this.accounts = new Map(asked.accounts.map((account) => [account.id, account]));
    this.pace = new Pace(asked.perMinute, asked.signal);
  }

  record(stopped: Stopped, ended: string | null): RemovalRecord {
    const { organization, managementAccount, sessions, reason } = this.asked;
    return {
      ...{ version: REMOVAL_FORM, organization, managementAccount, caller: sessions.caller.arn, reason },
      ...{ begun: this.begun, ended, stopped: stopped ?? null, accounts: [...this.accounts.values()] },
    };
  }

  readonly keep = (account: AccountRemoval): void => {
    this.accounts.set(account.id, account);
    this.asked.tell(this.record(undefined, null));
  };

  end(stopped: Stopped): RemovalRecord {
    const record = this.record(stopped, stopped === undefined ? new Date().toISOString() : null);
    this.asked.tell(record);
    return record;
  }

  async account(account: ToRemove): Promise<Stopped> {
    const { confirm, signal, sessions, evenIfUsed } = this.asked;
    if (this.isInterrupted()) return INTERRUPTED;
    const isWanted = await confirm(account);
    if (isWanted === undefined) return INTERRUPTED;
    if (!isWanted) {
      this.keep({ ...account, untouched: "its id was not typed" });
      return undefined;
    }
    try {
      await this.pace.turn();
      this.keep(await removeInAccount(account, { sessions, evenIfUsed, signal, tell: this.keep }));
    } catch (error) {
      if (error instanceof EntryRefusal) return error.message;
      // The signal came while it waited for its turn.
      if (!(error instanceof Error && error.name === "AbortError")) throw error;
    }
    return this.isInterrupted() ? INTERRUPTED : undefined;
  }

  private isInterrupted(): boolean {
    return this.asked.signal.aborted;
  }
}

/**
 * Removes the root credentials of accounts. The record is written before every call and after it. It has no end where
 * the removal was stopped before: whatever is begun then is ended, and nothing else is begun.
 */
export async function removeAll(asked: Removal): Promise<RemovalRecord> {
  const run = new Run(asked);
  asked.tell(run.record(undefined, null));
  for (const account of asked.accounts.filter(isToRemove)) {
    const stopped = await run.account(account);
    if (stopped !== undefined) return run.end(stopped);
  }
  return run.end(undefined);
}

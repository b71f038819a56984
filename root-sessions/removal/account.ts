import { IAMClient } from "@aws-sdk/client-iam";
import { setTimeout as pause } from "node:timers/promises";
import type { RootSessions } from "..";
import type { AuditRow, LookedAt } from "../audit-record";
import { seen, unseen } from "../audit/found";
import { readInSession } from "../audit/in-session";
import { EntryRefusal, SessionRefusal } from "../refusal";
import type { RootSession } from "../root-session";
import { credentialsOf, isSame } from "./credentials";
import { whyUntouched, type ToRemove } from "./planned";
import type { AccountRemoval, Removed } from "./record";
import { removeCredentials } from "./remove";

/** How the credentials of an account are removed. */
export interface AccountRemoving {
  readonly sessions: RootSessions;
  /** Whether what was used lately is removed, too. */
  readonly evenIfUsed: boolean;
  readonly signal: AbortSignal;
  /** Hears of the account before each call, and after. What it throws ends the removal. */
  readonly tell: (account: AccountRemoval) => void;
  /** Between two readings of what was removed. @default 2000 */
  readonly pauseMs?: number;
}

/** IAM takes seconds to show everywhere what was changed. Source: IAM User Guide, eventual consistency. */
const [PAUSE_MS, MOST_PAUSES] = [2_000, 5];

const shows = (row: LookedAt, removals: readonly Removed[]): boolean =>
  credentialsOf(row).some((each) =>
    removals.some((removed) => isSame(removed, each) && (removed.state === "removed" || removed.state === "gone")),
  );

/** Looks until nothing shows any more that was removed, or for ten seconds. */
async function lookAfter(
  account: LookedAt,
  iam: IAMClient,
  removals: readonly Removed[],
  pauseMs: number,
): Promise<AuditRow> {
  try {
    for (let pauses = 0; ; pauses += 1) {
      const row = seen(account, "root-session", await readInSession(account.id, iam));
      if (pauses === MOST_PAUSES || !shows(row, removals)) return row;
      await pause(pauseMs);
    }
  } catch (error) {
    if (!(error instanceof SessionRefusal)) throw error;
    return unseen(account, error.message);
  }
}

/** Why what is there now may not be removed: it is in use, or nobody was shown it. */
function whyNotNow(now: LookedAt, { before }: ToRemove, evenIfUsed: boolean): string | null {
  const shown = credentialsOf(before);
  const isNew = credentialsOf(now).some((each) => !shown.some((known) => isSame(known, each)));
  return isNew ? "it holds what was not there when it was shown: run this again" : whyUntouched(now, evenIfUsed);
}

/** A root session in an account, and what its root user holds now. */
interface Entered {
  readonly session: RootSession;
  readonly iam: IAMClient;
  readonly now: LookedAt;
}

/** Opens the session and looks; a sentence where AWS refuses that. */
async function enter({ id, before }: ToRemove, sessions: RootSessions): Promise<Entered | string> {
  try {
    const session = await sessions.open(id);
    const iam = session.client(IAMClient);
    return { session, iam, now: seen(before, "root-session", await readInSession(id, iam)) };
  } catch (error) {
    if (!(error instanceof SessionRefusal) || error instanceof EntryRefusal) throw error;
    return error.message;
  }
}

/**
 * Removes the credentials of an account's root user in one root session: looks again, so that only what was shown is
 * removed and what was used meanwhile is not, removes, and looks at what is left. An account that refuses is left alone,
 * with the reason; throws an EntryRefusal where no account can be reached any more.
 */
export async function removeInAccount(account: ToRemove, removing: AccountRemoving): Promise<AccountRemoval> {
  const { sessions, evenIfUsed, signal, tell, pauseMs = PAUSE_MS } = removing;
  const entered = await enter(account, sessions);
  if (typeof entered === "string") return { ...account, untouched: entered };
  const { session, iam, now } = entered;
  const begun: AccountRemoval = {
    ...account,
    ...{ session: session.accessKeyId, before: now, untouched: whyNotNow(now, account, evenIfUsed) },
  };
  if (begun.untouched !== null) return begun;
  const removals = await removeCredentials(credentialsOf(now), {
    ...{ account: account.id, iam, signal },
    tell: (soFar) => tell({ ...begun, removals: soFar }),
  });
  return removals.length === 0 ? begun : { ...begun, removals, after: await lookAfter(now, iam, removals, pauseMs) };
}

import { IAMClient } from "@aws-sdk/client-iam";
import type { RootSessions } from "..";
import type { ListedAccount } from "../../organization/tree/accounts";
import { isOfCredentials } from "../../organization/clients/refusals";
import type { AuditRow, LookedAt } from "../audit-record";
import { EntryRefusal, SessionRefusal } from "../refusal";
import { readByReport } from "./by-report";
import { seen, unseen, type Found } from "./found";
import { readInSession } from "./in-session";
import type { Pace } from "./pace";

/** How accounts are looked at. */
export interface Looking {
  readonly sessions: RootSessions;
  readonly managementAccount: string;
  /** Name of an ordinary role in the accounts. @default - root sessions alone */
  readonly readRole?: string | undefined;
  /** Of root sessions. */
  readonly pace: Pace;
}

type Looked = Found & Pick<LookedAt, "by">;

async function byRole(account: string, role: string, { sessions }: Looking): Promise<Looked> {
  const iam = await sessions.throughRole(IAMClient, account, role);
  return { by: "read-role", ...(await readByReport(account, iam)) };
}

async function bySession(account: string, { sessions, pace }: Looking): Promise<Looked> {
  await pace.turn();
  const session = await sessions.open(account);
  const iam = session.client(IAMClient);
  try {
    return { by: "root-session", ...(await readInSession(account, iam)) };
  } finally {
    iam.destroy();
  }
}

/** No root session leads into the management account. */
async function management(account: string, looking: Looking): Promise<Looked> {
  const { sessions, readRole } = looking;
  if (sessions.caller.account === account)
    return { by: "own-credentials", ...(await readByReport(account, sessions.ownClient(IAMClient))) };
  if (readRole !== undefined) return byRole(account, readRole, looking);
  throw new SessionRefusal(
    `no root session leads into the management account: run with credentials of ${account}, or with --read-role`,
  );
}

async function member({ id, status }: ListedAccount, looking: Looking): Promise<Looked> {
  if (status !== "ACTIVE")
    throw new SessionRefusal(`the account is ${status}: central root access reaches accounts that are ACTIVE`);
  const { readRole } = looking;
  if (readRole === undefined) return bySession(id, looking);
  try {
    return await byRole(id, readRole, looking);
  } catch (refused) {
    if (!(refused instanceof SessionRefusal)) throw refused;
    return bySessionAfter(refused, id, looking);
  }
}

/** Where break glass is closed, an ordinary role still reaches the next account: unless the credentials have ended. */
async function bySessionAfter(refused: SessionRefusal, account: string, looking: Looking): Promise<Looked> {
  try {
    return await bySession(account, looking);
  } catch (error) {
    if (!(error instanceof EntryRefusal) || isOfCredentials(error.cause)) throw error;
    throw new SessionRefusal(`${refused.message}; and ${error.message}`, { cause: error.cause });
  }
}

const HOUR_MS = 3_600_000;

/** What AWS refuses in an account that is new, it may well allow in a while. */
const joinedLately = ({ joined }: ListedAccount): string =>
  joined !== undefined && Date.now() - Date.parse(joined) < HOUR_MS
    ? `; it joined at ${joined}: --resume looks again`
    : "";

/**
 * Looks at the root user of an account. One that refuses is a row like any other; throws an EntryRefusal where no
 * account can be reached any more, and an AbortError where the signal came while it waited for its turn.
 */
export async function lookAt(account: ListedAccount, looking: Looking): Promise<AuditRow> {
  const isManagement = account.id === looking.managementAccount;
  try {
    const { by, ...found } = await (isManagement ? management(account.id, looking) : member(account, looking));
    return seen(account, by, found);
  } catch (error) {
    if (!(error instanceof SessionRefusal) || error instanceof EntryRefusal) throw error;
    return unseen(account, `${error.message}${joinedLately(account)}`);
  }
}

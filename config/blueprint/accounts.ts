import type { Baseline } from "../schema/baseline";

/** An account that holds a part of the baseline. */
export interface Account {
  readonly id: string;
  /** Role that the pipeline assumes there. @default none: the pipeline's own credentials belong to the account */
  readonly deployRole?: string;
}

/** A member account: service control policies bind it, and the pipeline reaches it through a role. */
export interface Member extends Account {
  readonly deployRole: string;
}

/** Name of a part that an account plays. */
export type AccountName = "management" | "security" | "logArchive";

/** The accounts of the baseline. */
export interface Accounts extends Readonly<Record<AccountName, Account>> {
  readonly security: Member;
  /** Holds the trail's bucket and key: the management account where the configuration names none for it. */
  readonly logArchive: Account;
  /** The log archive where it is an account of its own. */
  readonly ownLogArchive: Member | undefined;
  /** The member accounts: security, then the log archive if it is one. */
  readonly members: readonly Member[];
  /** Every id once, the management account first. */
  readonly ids: readonly string[];
}

/** The accounts of a configuration. */
export function accountsOf({ management, security, logArchive }: Baseline["accounts"]): Accounts {
  const members = [security, ...(logArchive === undefined ? [] : [logArchive])];
  return {
    management,
    security,
    logArchive: logArchive ?? management,
    ownLogArchive: logArchive,
    members,
    ids: [management, ...members].map(({ id }) => id),
  };
}

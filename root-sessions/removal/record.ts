import type { AuditRow } from "../audit-record";
import type { Credential } from "./credentials";

/** The form of the file. One that a later release writes has another number. */
export const REMOVAL_FORM = 1;

/** One call of a removal. It is written down before it is made, and again when AWS has answered. */
export interface Removed extends Credential {
  readonly call: string;
  readonly at: string;
  /**
   * `removing`: the call was about to be made. In a file that ends so, it may or may not have been: an audit tells.
   * `gone`: somebody was faster, or an answer was lost on its way. `kept`: AWS refused, or we did not ask. `unanswered`:
   * nobody knows.
   */
  readonly state: "removing" | "removed" | "gone" | "kept" | "unanswered";
  /** Why it was kept, or what was heard in place of an answer. */
  readonly said?: string;
}

/** What became of an account that was asked for. */
export interface AccountRemoval {
  readonly id: string;
  readonly name: string;
  /**
   * Access key id of the root session that removed: by it CloudTrail's records are joined. It is no secret. Null where
   * none was opened.
   */
  readonly session: string | null;
  /** What the root user held before, as it was read last. */
  readonly before: AuditRow;
  /** Why all of it was left alone; null where something is to be removed, or there is nothing. */
  readonly untouched: string | null;
  readonly removals: readonly Removed[];
  /** What it held afterwards; null where nobody looked again, as nothing was removed. */
  readonly after: AuditRow | null;
}

/** Who removed which root credentials, when and why. Holds ids and serials, never secrets. */
export interface RemovalRecord {
  readonly version: typeof REMOVAL_FORM;
  readonly organization: string;
  readonly managementAccount: string;
  /** ARN of whoever removed. */
  readonly caller: string;
  /** Leads to why, such as a ticket. */
  readonly reason: string;
  readonly begun: string;
  /** Null where it ended early: accounts are as they were, but for the one that was begun. */
  readonly ended: string | null;
  /** Why it ended early. */
  readonly stopped: string | null;
  /** By id. */
  readonly accounts: readonly AccountRemoval[];
}

/** The account as it was seen last. */
export const lastSeen = ({ before, after }: AccountRemoval): AuditRow => after ?? before;

import type { Reference } from "../catalogue/guardrail";
import type { Blueprint } from "../config";
import type { ProtectionParts } from "../organization/protection";
import type { Item } from "./item";

/** What an account's root user was found to hold; or why nobody looked. */
export interface AuditedAccount {
  readonly id: string;
  /** When it was looked at, in UTC. */
  readonly at: string;
  /** What is left, in words; none where there is nothing. */
  readonly left: readonly string[];
  /** Why nothing is known of it. @default - it was looked at */
  readonly notLookedAt?: string;
}

/** A path of an alert that was tried, as the record of its proof says. */
export interface TriedPath {
  /** As `alert-proof/paths.ts` names it. */
  readonly of: string;
  /** When the call was made, in UTC. */
  readonly at: string;
  /** The part on which it was not seen, in words. @default - it was seen to the end */
  readonly unseen?: string;
}

/** What is judged, and when. */
export interface Subject {
  readonly live: ProtectionParts;
  readonly blueprint: Blueprint;
  /** The last audit of root credentials, as its record says. @default - none was given */
  readonly audit?: readonly AuditedAccount[] | undefined;
  /** The last proof of the alert paths, as its record says. @default - none was given */
  readonly proof?: readonly TriedPath[] | undefined;
  readonly now: Date;
}

/** What must be true of the live organization. Pure: it judges what was read and asks nobody. */
export interface Control {
  /** What must be true, kebab-case. Permanent: reports are compared by it. */
  readonly id: string;
  /** The condition that holds where it is in force, as a sentence without a full stop. */
  readonly title: string;
  /** Why it matters, as a sentence. */
  readonly matters: string;
  /** Row of the AWS security checklist for root users that it answers, from 1 to 8. */
  readonly checklist: number;
  readonly references: readonly Reference[];
  /** IAM actions with which it is read. */
  readonly reads: readonly string[];
  /** One item for each thing that is looked at: an account, a Region, an alarm. */
  readonly judge: (subject: Subject) => readonly Item[];
}

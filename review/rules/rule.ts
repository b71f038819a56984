import type { ReviewInput } from "../model/review-input";

/** How bad a finding is, the worst first. */
export const REVIEW_SEVERITIES = ["critical", "high", "medium", "low"] as const;

export type ReviewSeverity = (typeof REVIEW_SEVERITIES)[number];

/** What a rule found. */
export interface Found {
  /** @default that of the rule */
  readonly severity?: ReviewSeverity;
  /** Where: stable from review to review. Whether what is there got worse, `fingerprint` says. */
  readonly place: string;
  /** What changes, in the words of the domain. */
  readonly words: string;
  /** More to it: a call that is no longer denied, an event that nobody hears of. */
  readonly details?: readonly string[];
  /** Statements or settings that change, as lines of a difference. */
  readonly diff?: readonly string[];
  /**
   * What an accepted risk is bound to besides, where the words shorten it or leave it out. Lists in it are sets. It is
   * not shown.
   */
  readonly exactly?: unknown;
  /**
   * Whether words, details and diff hold what changes by itself, such as a count of accounts: then `exactly` alone says
   * what is accepted.
   * @default false
   */
  readonly isCounted?: boolean;
}

export interface Finding extends Omit<Found, "exactly" | "isCounted"> {
  readonly rule: string;
  readonly severity: ReviewSeverity;
  /** What an accepted risk names: another one as soon as the finding says more, or less. */
  readonly fingerprint: string;
}

/** One kind of weakening. */
export interface ReviewRule {
  /** Permanent: accepted risks name it. */
  readonly id: string;
  readonly severity: ReviewSeverity;
  /** Why it fires: read after the finding. */
  readonly fires: string;
  /** Why it matters. */
  readonly matters: string;
  readonly find: (input: ReviewInput) => readonly Found[];
}

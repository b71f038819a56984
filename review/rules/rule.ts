import type { ReviewInput } from "../model/review-input";

/** How bad a finding is, the worst first. */
export const REVIEW_SEVERITIES = ["critical", "high", "medium", "low"] as const;

export type ReviewSeverity = (typeof REVIEW_SEVERITIES)[number];

/** What a rule found. */
export interface Found {
  /** @default that of the rule */
  readonly severity?: ReviewSeverity;
  /** Where: stable from review to review, so that an accepted risk can name it. */
  readonly place: string;
  /** What changes, in the words of the domain. */
  readonly words: string;
  /** More to it: a call that is no longer denied, an event that nobody hears of. */
  readonly details?: readonly string[];
  /** Statements or settings that change, as lines of a difference. */
  readonly diff?: readonly string[];
}

export interface Finding extends Found {
  readonly rule: string;
  readonly severity: ReviewSeverity;
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

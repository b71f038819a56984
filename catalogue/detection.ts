import type { FilterPattern } from "../proofs/filter-pattern";
import type { Reference } from "./guardrail";
import type { Severity } from "./severities";

/** An event as CloudWatch Logs, EventBridge or GuardDuty delivers it. */
export type Event = Readonly<Record<string, unknown>>;

/** What a detection may depend on. Everything else in its pattern is fixed. */
export interface DetectionSettings {
  /** Prefix of every name of the baseline. */
  readonly name: string;
  readonly managementAccount: string;
  /** Accounts that hold parts of the baseline: management, security and log archive. */
  readonly baselineAccounts: readonly string[];
  /** ARNs of the break-glass roles, with their account id. */
  readonly breakGlassRoles: readonly string[];
  readonly trailName: string;
  readonly trailLogGroup: string;
  /** Bucket of the trail; unknown where an existing trail is used. */
  readonly trailBucket: string | undefined;
}

/**
 * A metric filter on the organization trail's log group, with an alarm. Sees every account and Region.
 *
 * The pattern is a tree that one renderer writes (catalogue/filter.ts builds it), or text where a scanner compares it
 * byte for byte. A function of the settings gives nothing where the configuration has nothing to watch.
 */
export interface MetricPath {
  readonly kind: "metric";
  readonly pattern: string | FilterPattern | ((settings: DetectionSettings) => FilterPattern | undefined);
}

/** A rule on the management account's default event bus in the partition's global Region. Seconds, not minutes. */
export interface EventPath {
  readonly kind: "event";
  readonly pattern: Event;
}

/** A rule on GuardDuty findings, in every governed Region of the security account. */
export interface FindingPath {
  readonly kind: "finding";
  readonly pattern: Event;
}

export type DetectionPath = MetricPath | EventPath | FindingPath;

/**
 * A detection: how something is noticed, why it matters, what to do, and its proof. Resources, documentation and tests
 * all come from the same entry.
 */
export interface Detection {
  /** What happened, kebab-case. Permanent: it is part of the Terraform address. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Why it matters. */
  readonly rationale: string;
  /** First steps of the person who is told, with field names and a time window. */
  readonly response: readonly string[];
  /** How long the path takes from the call to the message. */
  readonly latency: string;
  readonly references: readonly Reference[];
  readonly path: DetectionPath;
  /** Events on which it must fire. Judged with `DETECTION_PROOF_SETTINGS`. */
  readonly fires: readonly Event[];
  /** Near misses on which it must stay quiet. Judged with `DETECTION_PROOF_SETTINGS`. */
  readonly ignores: readonly Event[];
}

/** Latency of the metric path: CloudTrail delivers within about 5 minutes on average, the alarm's period is 5 more. */
export const METRIC_LATENCY = "about 5 to 10 minutes";

/** The settings under which the proofs are judged. */
export const DETECTION_PROOF_SETTINGS: DetectionSettings = {
  name: "org-baseline",
  managementAccount: "111111111111",
  baselineAccounts: ["111111111111", "222222222222", "333333333333"],
  breakGlassRoles: [
    "arn:aws:iam::222222222222:role/org-baseline-break-glass-audit",
    "arn:aws:iam::222222222222:role/org-baseline-break-glass-unlock-bucket",
  ],
  trailName: "org-baseline-trail",
  trailLogGroup: "org-baseline-trail",
  trailBucket: "org-baseline-trail-333333333333-us-east-1",
};

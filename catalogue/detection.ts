import type { Reference } from "./guardrail";
import type { Severity } from "./severities";

/** An event as CloudWatch Logs, EventBridge or GuardDuty delivers it. */
export type Event = Readonly<Record<string, unknown>>;

/** A metric filter on the organization trail's log group, with an alarm. Sees every account and Region. */
export interface MetricPath {
  readonly kind: "metric";
  /** Filter pattern, as CloudWatch Logs reads it. Stored verbatim where a scanner compares it. */
  readonly pattern: string;
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
  /** Events on which it must fire. */
  readonly fires: readonly Event[];
  /** Near misses on which it must stay quiet. */
  readonly ignores: readonly Event[];
}

/** Latency of the metric path: CloudTrail delivers within about 5 minutes on average, the alarm's period is 5 more. */
export const METRIC_LATENCY = "about 5 to 10 minutes";

import type { FilterPattern } from "../proofs/filter-pattern";
import type { Reference } from "./guardrail";
import type { Severity } from "./alerts/severities";

/** An event as CloudWatch Logs, EventBridge or GuardDuty delivers it. */
export type Event = Readonly<Record<string, unknown>>;

/** What a detection may depend on. Everything else in its pattern is fixed. */
export interface DetectionSettings {
  /** Prefix of every name of the baseline. */
  readonly name: string;
  readonly managementAccount: string;
  /** Delegated administrator of GuardDuty; holder of the break-glass roles. */
  readonly securityAccount: string;
  /** Account of the log buckets. */
  readonly logArchiveAccount: string;
  /** Accounts that hold parts of the baseline: management, security and log archive. */
  readonly baselineAccounts: readonly string[];
  /** ARNs of the break-glass roles, with their account id. */
  readonly breakGlassRoles: readonly string[];
  /** ARN patterns of those whom guardrails let through or detections leave out, and who may break glass by name. */
  readonly exemptIdentities: readonly string[];
  readonly trailName: string;
  readonly trailLogGroup: string;
  /** Names of the chat channels that are told. Any of the management account counts where there is one. */
  readonly chatChannels: readonly string[];
  /** Buckets of the trail and of its access logs; none where an existing trail is used. */
  readonly logBuckets: readonly string[];
}

/**
 * A metric filter on the organization trail's log group, with an alarm. Sees every account and Region.
 *
 * The pattern is a tree that one renderer writes (catalogue/filter.ts builds it), or text where a scanner compares it
 * byte for byte. A function of the settings gives nothing where the configuration has nothing to watch, and a list where
 * one filter would be too long: they count into one metric.
 */
export interface MetricPath {
  readonly kind: "metric";
  readonly pattern:
    string | FilterPattern | ((settings: DetectionSettings) => FilterPattern | readonly FilterPattern[] | undefined);
  /** The same calls by event rules, beside the filter. */
  readonly event?: {
    readonly arrives: readonly Arrival[];
    readonly pattern: (settings: DetectionSettings) => Event | undefined;
  };
}

/** Where calls arrive: on the default bus of an account, in the Regions of a kind. */
export interface Arrival {
  readonly account: "management" | "security";
  /**
   * `home`: the home Region. `global`: where IAM and console sign-in record their calls. `organizations`: where
   * Organizations and Account Management do, which is another Region in China. `governed`: each governed Region.
   */
  readonly region: "home" | "global" | "organizations" | "governed";
}

/** A rule on the default event bus where the events arrive. Seconds, not minutes. */
export interface EventPath {
  readonly kind: "event";
  readonly pattern: Event | ((settings: DetectionSettings) => Event);
  /**
   * Where the events arrive.
   * @default the management account, in the partition's global Region
   */
  readonly arrives?: readonly Arrival[];
  /**
   * Whether it is told by a CloudWatch alarm, not by a call: its facts stand elsewhere in the event.
   * @default false
   */
  readonly byAlarm?: boolean;
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
  securityAccount: "222222222222",
  logArchiveAccount: "333333333333",
  baselineAccounts: ["111111111111", "222222222222", "333333333333"],
  breakGlassRoles: [
    "arn:aws:iam::222222222222:role/org-baseline-break-glass-audit",
    "arn:aws:iam::222222222222:role/org-baseline-break-glass-unlock-bucket",
  ],
  exemptIdentities: [
    "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole",
    "arn:aws:iam::333333333333:role/OrganizationAccountAccessRole",
    "arn:aws:iam::444444444444:role/stacksets-exec-*",
    "arn:aws:iam::222222222222:user/break-glass",
  ],
  trailName: "org-baseline-trail",
  trailLogGroup: "org-baseline-trail",
  chatChannels: ["org-baseline-chat-on-call"],
  logBuckets: ["org-baseline-trail-333333333333-us-east-1", "org-baseline-access-logs-333333333333-us-east-1"],
};

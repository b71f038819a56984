import {
  EVENT_PATTERN_LARGEST_NUMBER,
  EVENT_PATTERN_MAX_CHARACTERS,
  EVENT_PATTERN_MAX_COMBINATIONS,
} from "../proofs/event-pattern";
import {
  FILTER_PATTERN_MAX_CHARACTERS,
  FILTER_PATTERN_MAX_REGEXES,
  LOG_GROUP_MAX_METRIC_FILTERS,
  LOG_GROUP_MAX_REGEX_FILTERS,
} from "../proofs/filter-pattern";

/**
 * Quotas of AWS that the baseline checks before AWS does, and two limits of its own. The values are above, the register
 * below says of each where it is written down and when it was read (docs/quotas.md shows it). The two pattern languages
 * keep theirs in proofs/.
 */

/** Characters of a policy, and how many of its type may be attached to one root, OU or account. */
export interface PolicyQuota {
  readonly policySize: number;
  readonly policiesPerTarget: number;
}

/** In the aws partition since May 2026. For the other partitions the raise is not confirmed: the older values hold. */
export const SERVICE_CONTROL_POLICY_QUOTAS: Readonly<Record<"aws" | "aws-us-gov" | "aws-cn", PolicyQuota>> = {
  aws: { policySize: 10_240, policiesPerTarget: 10 },
  "aws-us-gov": { policySize: 5_120, policiesPerTarget: 5 },
  "aws-cn": { policySize: 5_120, policiesPerTarget: 5 },
};

export const RESOURCE_CONTROL_POLICY_QUOTA: PolicyQuota = { policySize: 5_120, policiesPerTarget: 5 };

export const MANAGED_POLICY_SIZE = 6_144;
export const INLINE_POLICY_SIZE = 10_240;
export const TRUST_POLICY_SIZE = 2_048;
export const POLICIES_OF_A_ROLE = 10;
export const BUCKET_NAME_LENGTH = 63;
export const ROLE_NAME_LENGTH = 64;
export const ALARM_NAME_LENGTH = 255;
export const ALARM_DESCRIPTION_LENGTH = 1_024;
export const EVENT_RULE_NAME_LENGTH = 64;
export const INPUT_TEMPLATE_LENGTH = 8_192;
export const INPUT_TEMPLATE_VARIABLES = 100;
export const TOPIC_DISPLAY_NAME_LENGTH = 100;

/** AWS takes 50 tags on a resource; the rest is left to Name and to what a pipeline adds. */
export const MOST_TAGS = 45;

/** Longest root session. */
export const ROOT_SESSION_SECONDS = 900;

/** Longest session of a break-glass role. */
export const BREAK_GLASS_SESSION_SECONDS = 3_600;

/** Days that CloudWatch Logs accepts as retention. */
export const LOG_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** Days for which SQS keeps a message at the most. */
export const QUEUE_RETENTION_DAYS = 14;

/** Longest exception from `deny-root-user`. Long enough for a change window, too short to be forgotten. */
export const MOST_EXCEPTION_DAYS = 14;

/** One limit, and where it comes from. */
export interface Quota {
  readonly name: string;
  readonly value: number | readonly number[];
  readonly unit: string;
  /** Where it is written down: a document of AWS, or "ours". */
  readonly source: string;
  /** Month in which the source was read. */
  readonly read: string;
}

const quota = (name: string, value: Quota["value"], unit: string, source: string): Quota => ({
  name,
  value,
  unit,
  source,
  read: "2026-11",
});

const ORGANIZATIONS = "AWS Organizations User Guide, quotas";
const FILTERS = "CloudWatch Logs API, PutMetricFilter";

const policyQuotas = (name: string, { policySize, policiesPerTarget }: PolicyQuota): readonly Quota[] => [
  quota(`${name}: size`, policySize, "characters", ORGANIZATIONS),
  quota(`${name}: attached to one target`, policiesPerTarget, "policies", ORGANIZATIONS),
];

/** Every quota that the code knows. */
export const QUOTAS: readonly Quota[] = [
  ...Object.entries(SERVICE_CONTROL_POLICY_QUOTAS).flatMap(([partition, each]) =>
    policyQuotas(`service control policy in ${partition}`, each),
  ),
  ...policyQuotas("resource control policy", RESOURCE_CONTROL_POLICY_QUOTA),
  quota(
    "size of a customer managed policy",
    MANAGED_POLICY_SIZE,
    "characters without white space",
    "IAM and STS quotas",
  ),
  quota(
    "size of the inline policies of a role",
    INLINE_POLICY_SIZE,
    "characters without white space",
    "IAM and STS quotas",
  ),
  quota("size of a role's trust policy", TRUST_POLICY_SIZE, "characters, can be raised to 8,192", "IAM and STS quotas"),
  quota("managed policies of a role", POLICIES_OF_A_ROLE, "policies, can be raised to 25", "IAM and STS quotas"),
  quota("name of an IAM role", ROLE_NAME_LENGTH, "characters", "IAM and STS quotas"),
  quota("name of a bucket", BUCKET_NAME_LENGTH, "characters", "Amazon S3 User Guide, bucket naming rules"),
  quota("name of an alarm", ALARM_NAME_LENGTH, "characters", "CloudWatch API Reference, PutMetricAlarm"),
  quota("description of an alarm", ALARM_DESCRIPTION_LENGTH, "characters", "CloudWatch API Reference, PutMetricAlarm"),
  quota("name of an event rule", EVENT_RULE_NAME_LENGTH, "characters", "EventBridge API Reference, PutRule"),
  quota("event pattern", EVENT_PATTERN_MAX_CHARACTERS, "characters, can be raised", "EventBridge User Guide, quotas"),
  quota("combinations of the $or in an event pattern", EVENT_PATTERN_MAX_COMBINATIONS, "", "EventBridge User Guide"),
  quota(
    "number in an event pattern, in both directions",
    EVENT_PATTERN_LARGEST_NUMBER,
    "",
    "EventBridge User Guide, numeric matching",
  ),
  quota("template of a message", INPUT_TEMPLATE_LENGTH, "characters", "EventBridge API Reference, InputTransformer"),
  quota(
    "variables in a template",
    INPUT_TEMPLATE_VARIABLES,
    "variables",
    "EventBridge API Reference, InputTransformer",
  ),
  quota("filter pattern", FILTER_PATTERN_MAX_CHARACTERS, "characters", FILTERS),
  quota("regular expressions in a filter pattern", FILTER_PATTERN_MAX_REGEXES, "expressions", FILTERS),
  quota("metric filters on a log group", LOG_GROUP_MAX_METRIC_FILTERS, "filters, cannot be raised", FILTERS),
  quota("metric filters with a regular expression on a log group", LOG_GROUP_MAX_REGEX_FILTERS, "filters", FILTERS),
  quota("retention of a log group", LOG_RETENTION_DAYS, "days", "CloudWatch Logs API, PutRetentionPolicy"),
  quota("retention of a queue", QUEUE_RETENTION_DAYS, "days", "SQS API Reference, MessageRetentionPeriod"),
  quota("display name of a topic", TOPIC_DISPLAY_NAME_LENGTH, "characters", "SNS API Reference, CreateTopic"),
  quota("root session", ROOT_SESSION_SECONDS, "seconds", "AWS STS API Reference, AssumeRoot, DurationSeconds"),
  quota("session of a break-glass role", BREAK_GLASS_SESSION_SECONDS, "seconds", "ours; IAM allows up to 43,200"),
  quota("tags that the configuration sets", MOST_TAGS, "tags", "ours; AWS takes 50 on a resource"),
  quota("exception from deny-root-user", MOST_EXCEPTION_DAYS, "days", "ours"),
];

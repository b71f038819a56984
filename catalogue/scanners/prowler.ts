import { DETECTIONS } from "../detections/index";
import type { Excuse } from "./excuse";

/** Accounts that are scanned, with the services of Prowler in which the baseline makes something there. */
export const PROWLER_SCANS = {
  management: [
    ...["account", "cloudtrail", "cloudwatch", "eventbridge", "guardduty", "iam"],
    ...["kms", "organizations", "sns", "sqs"],
  ],
  // Without CloudWatch: in a member every check of a filter fails by design.
  security: ["eventbridge", "guardduty", "kms", "sns", "sqs"],
  logArchive: ["kms", "s3"],
} as const;

export type ScannedAccount = keyof typeof PROWLER_SCANS;

/** A check of Prowler that passes once the baseline is deployed. */
export interface StateCheck {
  readonly check: string;
  /** Its number in the CIS AWS Foundations Benchmark 7.0.0, as Prowler's cis_7.0_aws says. @default - it has none */
  readonly cis?: string;
  /** Setting of docs/scanners/prowler-config.yaml without which it fails. @default - it needs none */
  readonly setting?: string;
}

/** Checks of a state, by the account that is scanned. The filters' checks come from the detections. */
export const STATE_CHECKS: Readonly<Record<ScannedAccount, readonly StateCheck[]>> = {
  management: [
    { check: "iam_root_credentials_management_enabled", cis: "2.1.1" },
    {
      check: "organizations_delegated_administrators",
      cis: "2.1.5, 2.1.6",
      setting: "organizations_trusted_delegated_administrators",
    },
    { check: "eventbridge_bus_exposed", cis: "2.21" },
    { check: "eventbridge_bus_cross_account_access", setting: "trusted_account_ids" },
    { check: "kms_key_not_publicly_accessible", cis: "2.21" },
    { check: "sns_topics_not_publicly_accessible", cis: "2.21" },
    { check: "sqs_queues_not_publicly_accessible", cis: "2.21" },
    { check: "cloudtrail_multi_region_enabled", cis: "4.1" },
    { check: "cloudtrail_multi_region_enabled_logging_management_events" },
    { check: "cloudtrail_log_file_validation_enabled", cis: "4.2" },
    { check: "cloudtrail_kms_encryption_enabled", cis: "4.5" },
    { check: "kms_cmk_rotation_enabled", cis: "4.6" },
    { check: "cloudtrail_cloudwatch_logging_enabled" },
    { check: "cloudwatch_alarm_actions_alarm_state_configured" },
    { check: "cloudwatch_alarm_actions_enabled" },
    { check: "cloudwatch_log_group_retention_policy_specific_days_enabled" },
    { check: "guardduty_delegated_admin_enabled_all_regions" },
    { check: "guardduty_is_enabled" },
    { check: "sns_topics_kms_encryption_at_rest_enabled" },
    { check: "sqs_queues_server_side_encryption_enabled" },
  ],
  security: [
    { check: "eventbridge_bus_exposed", cis: "2.21" },
    { check: "eventbridge_bus_cross_account_access", setting: "trusted_account_ids" },
    { check: "kms_key_not_publicly_accessible", cis: "2.21" },
    { check: "sns_topics_not_publicly_accessible", cis: "2.21" },
    { check: "sqs_queues_not_publicly_accessible", cis: "2.21" },
    { check: "kms_cmk_rotation_enabled", cis: "4.6" },
    { check: "guardduty_is_enabled" },
    { check: "sns_topics_kms_encryption_at_rest_enabled" },
    { check: "sqs_queues_server_side_encryption_enabled" },
  ],
  logArchive: [
    { check: "kms_key_not_publicly_accessible", cis: "2.21" },
    { check: "s3_bucket_policy_public_write_access", cis: "2.21" },
    { check: "s3_bucket_secure_transport_policy", cis: "3.1.1" },
    { check: "s3_bucket_level_public_access_block", cis: "3.1.4" },
    { check: "kms_cmk_rotation_enabled", cis: "4.6" },
    { check: "s3_bucket_object_versioning" },
    { check: "s3_bucket_public_access" },
  ],
};

/** Checks that compare a filter, by the catalogue of detections. They pass in the management account alone. */
export const FILTER_CHECKS: readonly string[] = DETECTIONS.flatMap(({ references }) =>
  references.flatMap(({ source, control }) => (source === "Prowler" ? [control] : [])),
);

/** Everything that passes in an account. */
export const passingChecks = (account: ScannedAccount): readonly string[] => [
  ...STATE_CHECKS[account].map(({ check }) => check),
  ...(account === "management" ? FILTER_CHECKS : []),
];

const LOG_BUCKETS = [".+-access-logs-[0-9]{12}-.+", ".+-trail-[0-9]{12}-.+"];
const ACCESS_LOGS = [".+-access-logs-[0-9]{12}-.+"];

/** What Prowler finds and what stays, because it would make things worse: the mute list. Resources are names. */
export const PROWLER_BY_DESIGN: readonly (Excuse & { readonly account: ScannedAccount })[] = [
  {
    check: "iam_role_cross_service_confused_deputy_prevention",
    account: "management",
    resources: [".+-trail-delivery"],
    reason:
      "CloudTrail assumes the trail's delivery role. With aws:SourceArn in its trust the delivery to CloudWatch Logs is reported to stop (prowler#4714).",
  },
  {
    check: "s3_bucket_cross_region_replication",
    account: "logArchive",
    resources: LOG_BUCKETS,
    reason:
      "The record is kept by object lock, in an account of its own. A copy in another Region is a choice of yours, for the loss of a Region.",
  },
  {
    check: "s3_bucket_event_notifications_enabled",
    account: "logArchive",
    resources: LOG_BUCKETS,
    reason: "Nobody would read an event for every log file; deletions are recorded by the trail, and alarmed on.",
  },
  {
    check: "s3_bucket_kms_encryption",
    account: "logArchive",
    resources: ACCESS_LOGS,
    reason: "S3 delivers access logs only to a bucket whose default encryption is SSE-S3.",
  },
  {
    check: "s3_bucket_no_mfa_delete",
    account: "logArchive",
    resources: LOG_BUCKETS,
    reason:
      "Only a root user can switch MFA delete on, and S3 refuses lifecycle rules beside it. Object lock keeps every version instead.",
  },
  {
    check: "s3_bucket_object_lock",
    account: "logArchive",
    resources: ACCESS_LOGS,
    reason: "S3 delivers no access logs to a bucket that has a default retention. The trail's bucket has object lock.",
  },
  {
    check: "s3_bucket_server_access_logging_enabled",
    account: "logArchive",
    resources: ACCESS_LOGS,
    reason: "The bucket that takes the access logs would log its own deliveries, without end.",
  },
];

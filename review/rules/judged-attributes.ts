import { PROVIDER_ARGUMENTS } from "./settings/provider-pin";

/** What no rule has to look at: words for people, and what AWS makes up. */
export const SAYS_NOTHING: ReadonlySet<string> = new Set(["tags", "tags_all", "description", "id", "timeouts"]);

/**
 * The attributes of each type that rules judge, or that say nothing of protection. A change of any other attribute, and
 * of any other type, is a finding: what nobody knows is never harmless.
 */
export const JUDGED: Readonly<Record<string, readonly string[]>> = {
  // Of a stack, not of AWS: only what is synthesized has them.
  provider: [
    ...["alias", "allowed_account_ids", "assume_role", "default_tags", "forbidden_account_ids", "region"],
    ...PROVIDER_ARGUMENTS,
  ],
  terraform: ["backend", "cloud", "required_providers", "required_version"],
  guard: [
    ...["conditions", "count", "create_before_destroy", "for_each", "ignore_changes", "input", "name", "of"],
    ...["prevent_destroy", "reads", "replace_triggered_by", "runs"],
  ],
  reader: ["count", "for_each", "provider", "reads"],
  // The memories of places and Regions, which the stacks keep for themselves.
  terraform_data: ["input", "output"],
  aws_account_alternate_contact: ["email_address", "name", "phone_number", "title"],
  aws_cloudtrail: [
    "advanced_event_selector",
    "cloud_watch_logs_group_arn",
    "enable_log_file_validation",
    "enable_logging",
    "event_selector",
    "include_global_service_events",
    "insight_selector",
    "is_multi_region_trail",
    "is_organization_trail",
    "kms_key_id",
    "s3_bucket_name",
    "s3_key_prefix",
  ],
  aws_cloudwatch_event_bus: [],
  aws_cloudwatch_event_bus_policy: ["policy"],
  aws_cloudwatch_event_rule: ["event_pattern", "event_bus_name", "is_enabled", "state"],
  aws_cloudwatch_event_target: [
    "arn",
    "dead_letter_config",
    "event_bus_name",
    "input",
    "input_path",
    "input_transformer",
    "rule",
    "target_id",
  ],
  aws_cloudwatch_log_group: ["kms_key_id", "retention_in_days"],
  aws_cloudwatch_log_metric_filter: ["pattern"],
  aws_cloudwatch_metric_alarm: [
    "actions_enabled",
    "alarm_actions",
    "alarm_description",
    "comparison_operator",
    "datapoints_to_alarm",
    "dimensions",
    "evaluation_periods",
    "metric_name",
    "namespace",
    "period",
    "statistic",
    "threshold",
    "treat_missing_data",
  ],
  // Saved queries read the record; they guard nothing.
  aws_cloudwatch_query_definition: ["log_group_names", "name", "query_definition_id", "query_string"],
  aws_guardduty_detector: ["account_id", "datasources", "enable", "finding_publishing_frequency"],
  aws_guardduty_detector_feature: ["additional_configuration", "detector_id", "name", "status"],
  aws_guardduty_organization_admin_account: ["admin_account_id"],
  aws_guardduty_organization_configuration: ["auto_enable_organization_members", "detector_id"],
  aws_guardduty_organization_configuration_feature: ["additional_configuration", "auto_enable", "detector_id", "name"],
  aws_iam_organizations_features: ["enabled_features"],
  // The policies inside a role are resources of their own here.
  aws_iam_role: ["assume_role_policy", "create_date", "inline_policy", "unique_id"],
  aws_iam_role_policy: ["policy"],
  aws_kms_alias: [],
  aws_kms_key: [
    "bypass_policy_lockout_safety_check",
    "deletion_window_in_days",
    "enable_key_rotation",
    "is_enabled",
    "policy",
  ],
  aws_organizations_delegated_administrator: ["account_id", "service_principal"],
  aws_organizations_organization: [
    "accounts",
    "aws_service_access_principals",
    "enabled_policy_types",
    "feature_set",
    "non_master_accounts",
    "roots",
  ],
  aws_organizations_policy: ["content", "name"],
  aws_organizations_policy_attachment: ["policy_id", "target_id"],
  // What other resources say of a bucket is echoed here; a plan that changes it was told to, in the bucket itself.
  aws_s3_bucket: ["force_destroy", "object_lock_enabled"],
  aws_s3_bucket_lifecycle_configuration: ["rule"],
  aws_s3_bucket_logging: ["target_bucket"],
  aws_s3_bucket_object_lock_configuration: ["object_lock_enabled", "rule"],
  aws_s3_bucket_ownership_controls: ["rule"],
  aws_s3_bucket_policy: ["policy"],
  aws_s3_bucket_public_access_block: [
    "block_public_acls",
    "block_public_policy",
    "ignore_public_acls",
    "restrict_public_buckets",
  ],
  aws_s3_bucket_server_side_encryption_configuration: ["rule"],
  aws_s3_bucket_versioning: ["versioning_configuration"],
  aws_scheduler_schedule: [
    "end_date",
    "flexible_time_window",
    "group_name",
    "name",
    "schedule_expression",
    "start_date",
    "state",
    "target",
  ],
  // The schedules in it are resources of their own here.
  aws_scheduler_schedule_group: ["creation_date", "last_modification_date", "name", "state"],
  aws_sns_topic: ["display_name"],
  aws_sns_topic_policy: ["policy"],
  aws_sns_topic_subscription: ["endpoint", "pending_confirmation", "protocol", "topic_arn"],
  // How long a key is used again, who may name it as theirs, and how it hands out what it holds guard nothing.
  aws_sqs_queue: [
    "delay_seconds",
    "kms_data_key_reuse_period_seconds",
    "kms_master_key_id",
    "max_message_size",
    "message_retention_seconds",
    "policy",
    "receive_wait_time_seconds",
    "redrive_allow_policy",
    "redrive_policy",
    "sqs_managed_sse_enabled",
    "visibility_timeout_seconds",
  ],
  aws_sqs_queue_policy: ["policy"],
};

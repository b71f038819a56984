/**
 * Types of resources for which AWS asks nothing, whatever they are used for: what they are part of has its price, or
 * the service has none. Every other type that a stack makes has an item in `cost`.
 *
 * Source: the price pages of AWS Organizations, IAM, CloudWatch, EventBridge, SNS, S3, KMS, CloudTrail and GuardDuty,
 * which have no line for them.
 */
export const FREE_RESOURCES: readonly string[] = [
  "aws_account_alternate_contact",
  // Rules on events of AWS and their targets in the same account and Region. What crosses is an item of the bus.
  "aws_cloudwatch_event_bus_policy",
  "aws_cloudwatch_event_rule",
  // A query costs when somebody runs it.
  "aws_cloudwatch_query_definition",
  "aws_guardduty_detector_feature",
  "aws_guardduty_member_detector_feature",
  "aws_guardduty_organization_admin_account",
  "aws_guardduty_organization_configuration",
  "aws_iam_organizations_features",
  "aws_iam_role",
  "aws_iam_role_policy",
  "aws_kms_alias",
  "aws_organizations_delegated_administrator",
  "aws_organizations_organization",
  "aws_organizations_policy",
  "aws_organizations_policy_attachment",
  "aws_s3_bucket_lifecycle_configuration",
  "aws_s3_bucket_logging",
  "aws_s3_bucket_object_lock_configuration",
  "aws_s3_bucket_ownership_controls",
  "aws_s3_bucket_policy",
  "aws_s3_bucket_public_access_block",
  "aws_s3_bucket_server_side_encryption_configuration",
  "aws_s3_bucket_versioning",
  // 8,640 calls a month, of 14 million that are free.
  "aws_scheduler_schedule",
  "aws_scheduler_schedule_group",
  "aws_sns_topic_policy",
  "aws_sqs_queue_policy",
  "terraform_data",
];

/**
 * What the pipeline's role calls to make, read and change a resource of each type that the baseline keeps in a member
 * account, as IAM names the actions. Deleting is not among them: a guardrail may forbid that, and a deploy still works.
 *
 * Source: hashicorp/terraform-provider-aws 5.100.0, the API calls of each resource's create, read and update, by the
 * action that the Service Authorization Reference gives for each; from 6.23 on, S3 buckets also need the three last.
 */
export const TERRAFORM_WRITES = {
  aws_iam_role: [
    "iam:CreateRole",
    "iam:GetRole",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateRole",
    "iam:UpdateRoleDescription",
    "iam:TagRole",
    "iam:ListRolePolicies",
    "iam:ListAttachedRolePolicies",
  ],
  aws_iam_role_policy: ["iam:PutRolePolicy", "iam:GetRolePolicy"],
  aws_cloudwatch_event_rule: ["events:PutRule", "events:DescribeRule", "events:ListTagsForResource"],
  aws_cloudwatch_event_target: ["events:PutTargets", "events:ListTargetsByRule"],
  aws_cloudwatch_event_bus: ["events:CreateEventBus", "events:DescribeEventBus"],
  aws_cloudwatch_event_bus_policy: ["events:PutPermission", "events:DescribeEventBus"],
  aws_cloudwatch_metric_alarm: ["cloudwatch:PutMetricAlarm", "cloudwatch:DescribeAlarms"],
  aws_sns_topic: ["sns:CreateTopic", "sns:GetTopicAttributes", "sns:SetTopicAttributes", "sns:ListTagsForResource"],
  aws_sns_topic_policy: ["sns:SetTopicAttributes", "sns:GetTopicAttributes"],
  aws_sns_topic_subscription: ["sns:Subscribe", "sns:GetSubscriptionAttributes"],
  aws_sqs_queue: [
    "sqs:CreateQueue",
    "sqs:GetQueueAttributes",
    "sqs:ListQueueTags",
    "sqs:SetQueueAttributes",
    "sqs:TagQueue",
  ],
  aws_guardduty_detector: ["guardduty:UpdateDetector", "guardduty:GetDetector", "guardduty:CreateDetector"],
  aws_guardduty_detector_feature: ["guardduty:GetDetector", "guardduty:UpdateDetector"],
  aws_guardduty_organization_configuration: [
    "guardduty:UpdateOrganizationConfiguration",
    "guardduty:DescribeOrganizationConfiguration",
  ],
  aws_guardduty_organization_configuration_feature: [
    "guardduty:UpdateOrganizationConfiguration",
    "guardduty:DescribeOrganizationConfiguration",
  ],
  aws_s3_bucket: [
    "s3:CreateBucket",
    "s3:ListBucket",
    "s3:GetBucketAcl",
    "s3:GetBucketTagging",
    "s3:PutBucketTagging",
    "s3:ListTagsForResource",
    "s3:TagResource",
    "s3:UntagResource",
  ],
  aws_s3_bucket_policy: ["s3:PutBucketPolicy", "s3:GetBucketPolicy"],
  aws_s3_bucket_versioning: ["s3:PutBucketVersioning", "s3:GetBucketVersioning"],
  aws_s3_bucket_public_access_block: ["s3:PutBucketPublicAccessBlock", "s3:GetBucketPublicAccessBlock"],
  aws_s3_bucket_ownership_controls: ["s3:PutBucketOwnershipControls", "s3:GetBucketOwnershipControls"],
  aws_s3_bucket_server_side_encryption_configuration: [
    "s3:PutEncryptionConfiguration",
    "s3:GetEncryptionConfiguration",
  ],
  aws_s3_bucket_lifecycle_configuration: ["s3:PutLifecycleConfiguration", "s3:GetLifecycleConfiguration"],
  aws_s3_bucket_logging: ["s3:PutBucketLogging", "s3:GetBucketLogging"],
  aws_s3_bucket_object_lock_configuration: [
    "s3:PutBucketObjectLockConfiguration",
    "s3:GetBucketObjectLockConfiguration",
  ],
  aws_kms_key: [
    "kms:CreateKey",
    "kms:DescribeKey",
    "kms:GetKeyPolicy",
    "kms:PutKeyPolicy",
    "kms:EnableKeyRotation",
    "kms:GetKeyRotationStatus",
    "kms:UpdateKeyDescription",
    "kms:ListResourceTags",
    "kms:TagResource",
  ],
  aws_kms_alias: ["kms:CreateAlias", "kms:UpdateAlias", "kms:ListAliases"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A type of resource that the baseline keeps in a member account. */
export type WrittenType = keyof typeof TERRAFORM_WRITES;

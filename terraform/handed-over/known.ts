/** Resources that the stacks are made of. A change that brings another type is planned by a person first. */
export const RESOURCES: ReadonlySet<string> = new Set([
  "aws_account_alternate_contact",
  "aws_chatbot_slack_channel_configuration",
  "aws_chatbot_teams_channel_configuration",
  "aws_cloudtrail",
  "aws_cloudwatch_event_bus",
  "aws_cloudwatch_event_bus_policy",
  "aws_cloudwatch_event_rule",
  "aws_cloudwatch_event_target",
  "aws_cloudwatch_log_group",
  "aws_cloudwatch_log_metric_filter",
  "aws_cloudwatch_metric_alarm",
  "aws_cloudwatch_query_definition",
  "aws_guardduty_detector",
  "aws_guardduty_detector_feature",
  "aws_guardduty_organization_admin_account",
  "aws_guardduty_organization_configuration",
  "aws_guardduty_organization_configuration_feature",
  "aws_iam_organizations_features",
  "aws_iam_role",
  "aws_iam_role_policy",
  "aws_kms_alias",
  "aws_kms_key",
  "aws_organizations_delegated_administrator",
  "aws_organizations_organization",
  "aws_organizations_policy",
  "aws_organizations_policy_attachment",
  "aws_s3_bucket",
  "aws_s3_bucket_lifecycle_configuration",
  "aws_s3_bucket_logging",
  "aws_s3_bucket_object_lock_configuration",
  "aws_s3_bucket_ownership_controls",
  "aws_s3_bucket_policy",
  "aws_s3_bucket_public_access_block",
  "aws_s3_bucket_server_side_encryption_configuration",
  "aws_s3_bucket_versioning",
  "aws_scheduler_schedule",
  "aws_scheduler_schedule_group",
  "aws_sns_topic",
  "aws_sns_topic_policy",
  "aws_sns_topic_subscription",
  "aws_sqs_queue",
  "aws_sqs_queue_policy",
  "terraform_data",
]);

/** Data sources of the stacks. A plan runs them with its credentials, so this list is what a change may read. */
export const DATA: ReadonlySet<string> = new Set([
  "aws_cloudcontrolapi_resource",
  "aws_organizations_delegated_administrators",
  "aws_organizations_organization",
  "aws_organizations_organizational_units",
  "aws_organizations_policies_for_target",
  "aws_organizations_policy",
  "aws_region",
]);

/** Data sources that could read anything, with the argument by which they read one thing alone. */
export const PINNED: Readonly<Record<string, Readonly<Record<string, string | undefined>> | undefined>> = {
  // Undefined: it works in the role of its provider.
  aws_cloudcontrolapi_resource: { type_name: "AWS::CloudTrail::Trail", role_arn: undefined },
};

/** A Region as AWS spells it. Endpoints are made of it, so it may be nothing else. */
export const REGION = /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/;

/** Whether it is one of them, and reads nothing but what they do. */
export const isKnownData = (type: string, body: Readonly<Record<string, unknown>>): boolean =>
  DATA.has(type) && Object.entries(PINNED[type] ?? {}).every(([key, value]) => body[key] === value);

/**
 * Functions that the stacks call. None of them reads a file of the runner (`file`, `templatefile`, `fileset`), tells
 * its time or hides a value from the review (`sensitive`).
 */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...["can", "coalesce", "contains", "distinct", "flatten", "format", "join", "jsondecode", "jsonencode", "keys"],
  ...["length", "lookup", "one", "setintersection", "setsubtract", "sort", "startswith", "tolist", "tomap", "toset"],
  ...["trimprefix", "trimsuffix", "try", "values"],
]);

/** What each kind of block may hold, where Terraform gives the meaning. */
export const BLOCKS: Readonly<Record<string, readonly string[] | undefined>> = {
  check: ["//", "assert"],
  import: ["for_each", "id", "provider", "to"],
  lifecycle: [
    ...["create_before_destroy", "ignore_changes", "postcondition", "precondition", "prevent_destroy"],
    "replace_triggered_by",
  ],
  moved: ["from", "to"],
  output: ["depends_on", "description", "sensitive", "value"],
  removed: ["from", "lifecycle"],
};

/** Everything that may stand in a stack. No `module`, no `ephemeral`, no `action`, nothing that is not known yet. */
export const KINDS: ReadonlySet<string> = new Set([
  ...["//", "check", "data", "import", "locals", "moved", "output", "provider", "removed", "resource", "terraform"],
  "variable",
]);

/** In a resource: what runs programs on the runner, reaches machines, or makes blocks that nobody can read. */
export const NOT_IN_RESOURCES: readonly string[] = ["connection", "dynamic", "provisioner"];

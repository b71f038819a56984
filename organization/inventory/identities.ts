import type { Body } from "./thing";

/** The identity of a planned resource; undefined where the plan does not know it yet. */
type Identity = (after: Body) => string | undefined;

const joined =
  (separator: string, ...names: readonly string[]): Identity =>
  (after) => {
    const parts = names.map((name) => after[name]);
    return parts.every((part) => typeof part === "string") ? parts.join(separator) : undefined;
  };

const only = (name: string): Identity => joined("", name);

/** There is at most one of it in its place. */
const single =
  (identity: string): Identity =>
  () =>
    identity;

const onBus =
  (...names: readonly string[]): Identity =>
  (after) =>
    joined("/", "event_bus_name", ...names)({ event_bus_name: "default", ...after });

const inGroup: Identity = (after) => joined("/", "group_name", "name")({ group_name: "default", ...after });

/** By what AWS tells two of a type apart, and so by what it says "already exists" or writes over what is there. */
export const IDENTITIES: Readonly<Record<string, Identity>> = {
  aws_account_alternate_contact: only("alternate_contact_type"),
  aws_cloudtrail: only("name"),
  aws_cloudwatch_event_bus: only("name"),
  aws_cloudwatch_event_rule: onBus("name"),
  aws_cloudwatch_event_target: onBus("rule", "target_id"),
  aws_cloudwatch_log_group: only("name"),
  aws_cloudwatch_log_metric_filter: joined(":", "log_group_name", "name"),
  aws_cloudwatch_metric_alarm: only("alarm_name"),
  aws_guardduty_detector: single("detector"),
  aws_guardduty_organization_admin_account: single("administrator"),
  aws_iam_organizations_features: single("features"),
  aws_iam_role: only("name"),
  aws_iam_role_policy: joined(":", "role", "name"),
  aws_kms_alias: only("name"),
  aws_organizations_delegated_administrator: joined("/", "account_id", "service_principal"),
  aws_organizations_policy: joined(":", "type", "name"),
  aws_organizations_policy_attachment: joined(":", "target_id", "policy_id"),
  aws_s3_bucket: only("bucket"),
  aws_scheduler_schedule: inGroup,
  aws_scheduler_schedule_group: only("name"),
  aws_sns_topic: only("name"),
  aws_sqs_queue: only("name"),
};

const IN_NO_REGION = /^aws_(iam|organizations|account)_/;

/** Whether what a type manages is in no Region. Buckets have one. */
export const isGlobal = (type: string): boolean => IN_NO_REGION.test(type);

/**
 * Types that are no thing of their own, with the reason: nothing of them can be there before what they belong to, and
 * where that is adopted, Terraform writes them over it and the plan shows it.
 */
export const SETTINGS: Readonly<Record<string, string>> = {
  aws_cloudwatch_event_bus_policy: "setting of the bus",
  aws_cloudwatch_query_definition: "AWS keeps several of one name apart by their ids",
  aws_guardduty_detector_feature: "setting of the detector",
  aws_guardduty_organization_configuration: "setting of the administrator's detector",
  aws_guardduty_organization_configuration_feature: "setting of the administrator's detector",
  aws_kms_key: "a key has no name; where its alias is there, adopt the key that the alias names",
  aws_s3_bucket_lifecycle_configuration: "setting of the bucket",
  aws_s3_bucket_logging: "setting of the bucket",
  aws_s3_bucket_object_lock_configuration: "setting of the bucket",
  aws_s3_bucket_ownership_controls: "setting of the bucket",
  aws_s3_bucket_policy: "setting of the bucket",
  aws_s3_bucket_public_access_block: "setting of the bucket",
  aws_s3_bucket_server_side_encryption_configuration: "setting of the bucket",
  aws_s3_bucket_versioning: "setting of the bucket",
  aws_sns_topic_policy: "setting of the topic",
  aws_sns_topic_subscription: "SNS answers with the subscription that is there",
  terraform_data: "only in the state",
};

import type { Blueprint } from "../../blueprint";
import { breakGlassEntry } from "./break-glass-entry";
import { ANY_MEMBER, type MustPass } from "../call";
import { accessLogDelivery, trailDelivery } from "./delivery";
import { deadLetters, forwarderEntry, forwarding, secondChannelKey } from "./forwarding";
import { breakGlass, rootSessions } from "./root-tasks";
import { identityCenterSignIn, userSignIn } from "./sign-in";

/** Somebody whom the baseline needs, with the calls that must pass. */
export type Caller = (blueprint: Blueprint) => readonly MustPass[];

const sessions: Caller = (blueprint) => rootSessions(blueprint, [ANY_MEMBER]);

const SETTING = "it holds a setting, and calls nothing";
const RECORD = "it stands in Organizations, and calls nothing";
const AT_HOME = "what it calls is in the management account, which no policy of the organization binds";

/**
 * Who calls what at run time, by the type of the resource that makes it happen, or why nothing that a policy binds is
 * called. A test walks through everything that the stacks make: a type that is missing here fails it.
 */
export const RUN_TIME: Readonly<Record<string, readonly Caller[] | string>> = {
  aws_account_alternate_contact: SETTING,
  aws_chatbot_slack_channel_configuration: AT_HOME,
  aws_chatbot_teams_channel_configuration: AT_HOME,
  aws_cloudtrail: [accessLogDelivery, trailDelivery],
  aws_cloudwatch_event_bus: "others put events on it, with the roles of the targets",
  aws_cloudwatch_event_bus_policy: SETTING,
  aws_cloudwatch_event_rule: "its targets call, not the rule",
  aws_cloudwatch_event_target: [forwarding, secondChannelKey],
  aws_cloudwatch_log_group: AT_HOME,
  aws_cloudwatch_log_metric_filter: AT_HOME,
  aws_cloudwatch_metric_alarm: [secondChannelKey],
  aws_cloudwatch_query_definition: SETTING,
  aws_guardduty_detector: "GuardDuty works with a service-linked role, which no policy of the organization binds",
  aws_guardduty_detector_feature: SETTING,
  aws_guardduty_organization_admin_account: SETTING,
  aws_guardduty_organization_configuration: SETTING,
  aws_guardduty_organization_configuration_feature: SETTING,
  aws_iam_organizations_features: [sessions],
  aws_iam_role: [breakGlass, breakGlassEntry, forwarderEntry, identityCenterSignIn, userSignIn],
  aws_iam_role_policy: SETTING,
  aws_kms_alias: SETTING,
  aws_kms_key: [trailDelivery, secondChannelKey],
  aws_organizations_delegated_administrator: RECORD,
  aws_organizations_organization: RECORD,
  aws_organizations_policy: RECORD,
  aws_organizations_policy_attachment: RECORD,
  aws_s3_bucket: "others write to it: see its policy and its logging",
  aws_s3_bucket_lifecycle_configuration: "S3 expires what is in it by itself, and asks no policy of the organization",
  aws_s3_bucket_logging: [accessLogDelivery],
  aws_s3_bucket_object_lock_configuration: SETTING,
  aws_s3_bucket_ownership_controls: SETTING,
  aws_s3_bucket_policy: [trailDelivery],
  aws_s3_bucket_public_access_block: SETTING,
  aws_s3_bucket_server_side_encryption_configuration: SETTING,
  aws_s3_bucket_versioning: SETTING,
  aws_scheduler_schedule: AT_HOME,
  aws_scheduler_schedule_group: SETTING,
  aws_sns_topic: [secondChannelKey],
  aws_sns_topic_policy: SETTING,
  aws_sns_topic_subscription:
    "SNS delivers by itself, or its subscriber fetches: no policy of the organization is asked",
  aws_sqs_queue: [deadLetters],
  aws_sqs_queue_policy: SETTING,
};

/** Everybody who calls at run time. Root sessions work where others have switched them on, too. */
export const CALLERS: readonly Caller[] = [
  ...new Set([
    sessions,
    breakGlass,
    breakGlassEntry,
    ...Object.values(RUN_TIME).flatMap((callers) => (typeof callers === "string" ? [] : callers)),
  ]),
];

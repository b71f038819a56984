import type { Draft, Values } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";
import { both, remove, set } from "../setting";

const TRAIL = "aws_cloudtrail.organization-trail_trail";
const LOG_GROUP = "aws_cloudwatch_log_group.trail-log-group_log-group";
const MEMBERS = "aws_guardduty_organization_configuration.eu-west-1_organization";
const DETECTOR = "aws_guardduty_detector.eu-west-1_security_detector";
const PLAN = "aws_guardduty_organization_configuration_feature.eu-west-1_organization-S3_DATA_EVENTS";
const ADMINISTRATOR = "aws_guardduty_organization_admin_account.eu-west-1_administrator";
const FEATURES = "aws_iam_organizations_features.root-features";
const ALARM = "aws_cloudwatch_metric_alarm.root-console-login_alarm";
const SILENCE = "aws_cloudwatch_metric_alarm.trail-silence_alarm";
const SCHEDULE = "aws_scheduler_schedule.known-event-call_schedule";
const TARGET = "aws_cloudwatch_event_target.guardduty-root-actor_target";
const CONTACT = "aws_account_alternate_contact.security-contact";
const OWNED = "aws_organizations_organization.owned";

const selectors = (draft: Draft) => draft.get(TRAIL)["advanced_event_selector"] as readonly Values[];

const withService = (services: readonly string[]) => (draft: Draft) =>
  draft.add(OWNED, {
    aws_service_access_principals: services,
    enabled_policy_types: ["SERVICE_CONTROL_POLICY"],
    feature_set: "ALL",
  });

export const SETTING_PAIRS: readonly Pair[] = [
  ...both("the known event", "known-event", SCHEDULE, { state: "DISABLED" }, { state: "ENABLED" }, /switched off/),
  harmful("the known event comes once a year", "known-event", set(SCHEDULE, { schedule_expression: "rate(365 days)" })),
  harmful("the known event ends", "known-event", set(SCHEDULE, { end_date: "2026-12-24T00:00:00Z" })),
  harmful("another call", "known-event", (draft) =>
    draft.set(SCHEDULE, { target: [{ ...(draft.get(SCHEDULE)["target"] as readonly Values[])[0], input: "{}" }] }),
  ),
  harmful("no known event", "known-event", remove(SCHEDULE)),
  harmless("a word about the known event", set(SCHEDULE, { description: "the call that must come out" })),
  ...both(
    "every Region",
    "trail-coverage",
    TRAIL,
    { is_multi_region_trail: false },
    { is_multi_region_trail: true },
    /the trail no longer covers every Region/,
  ),
  ...both("every account", "trail-coverage", TRAIL, { is_organization_trail: false }, { is_organization_trail: true }),
  harmful("the trail is stopped", "trail-coverage", set(TRAIL, { enable_logging: false })),
  harmful("the trail leaves its log group", "trail-coverage", set(TRAIL, { cloud_watch_logs_group_arn: null })),
  ...both(
    "validation",
    "trail-integrity",
    TRAIL,
    { enable_log_file_validation: false },
    { enable_log_file_validation: true },
  ),
  harmful("another bucket for the trail", "trail-integrity", set(TRAIL, { s3_bucket_name: "elsewhere" })),
  harmful("the trail's key goes", "trail-integrity", set(TRAIL, { kms_key_id: "" })),
  harmful("the first selector goes", "trail-events", (draft) =>
    draft.set(TRAIL, { advanced_event_selector: selectors(draft).slice(1) }),
  ),
  harmful("a selector excludes one call more", "trail-events", (draft) =>
    draft.set(TRAIL, {
      advanced_event_selector: selectors(draft).map((selector, index) =>
        index === 0
          ? {
              ...selector,
              field_selector: [
                ...(selector["field_selector"] as readonly Values[]),
                { field: "eventSource", not_equals: ["kms.amazonaws.com"] },
              ],
            }
          : selector,
      ),
    }),
  ),
  harmless("selectors in another order, one asks for less", (draft) =>
    draft.set(TRAIL, {
      advanced_event_selector: [...selectors(draft)].reverse().map((selector) => ({
        ...selector,
        field_selector: (selector["field_selector"] as readonly Values[]).filter(({ field }) => field !== "readOnly"),
      })),
    }),
  ),
  ...both(
    "log retention",
    "log-retention",
    LOG_GROUP,
    { retention_in_days: 30 },
    { retention_in_days: 365 },
    /log retention 365 → 30 days/,
  ),
  harmless("records are kept for ever", set(LOG_GROUP, { retention_in_days: 0 })),
  harmful("records are no longer kept for ever", "log-retention", set(LOG_GROUP, { retention_in_days: 3653 }), {
    given: set(LOG_GROUP, { retention_in_days: 0 }),
  }),
  harmful("the log group's key goes", "log-encryption", set(LOG_GROUP, { kms_key_id: null })),
  ...both(
    "GuardDuty in members",
    "guardduty-members",
    MEMBERS,
    { auto_enable_organization_members: "NEW" },
    { auto_enable_organization_members: "ALL" },
    /GuardDuty members: ALL → NEW/,
  ),
  harmful("nobody switches GuardDuty on in members", "guardduty-members", remove(MEMBERS)),
  ...both("a suspended detector", "guardduty-detector", DETECTOR, { enable: false }, { enable: true }),
  harmful(
    "another administrator of GuardDuty",
    "guardduty-detector",
    set(ADMINISTRATOR, { admin_account_id: "999999999999" }),
  ),
  ...both("a protection plan in members", "guardduty-feature", PLAN, { auto_enable: "NONE" }, { auto_enable: "ALL" }),
  ...both(
    "features of root access",
    "root-features",
    FEATURES,
    { enabled_features: ["RootSessions"] },
    { enabled_features: ["RootSessions", "RootCredentialsManagement"] },
  ),
  harmful(
    "trusted access is switched off",
    "organization-settings",
    set(OWNED, { aws_service_access_principals: [] }),
    { given: withService(["cloudtrail.amazonaws.com"]) },
  ),
  harmless(
    "trusted access is switched on",
    set(OWNED, { aws_service_access_principals: ["iam.amazonaws.com", "sso.amazonaws.com"] }),
    withService(["iam.amazonaws.com"]),
  ),
  ...both("a threshold", "alarm-settings", ALARM, { threshold: 5 }, { threshold: 1 }),
  ...both(
    "missing data of the silence alarm",
    "alarm-settings",
    SILENCE,
    { treat_missing_data: "notBreaching" },
    { treat_missing_data: "breaching" },
  ),
  harmful("an alarm without actions", ["alarm-settings", "alert-route"], set(ALARM, { actions_enabled: false })),
  harmful(
    "an alarm on another metric",
    ["alarm-settings", "alert-lost"],
    set(ALARM, { metric_name: "something-else" }),
    {
      given: (draft) =>
        draft.remove(
          "aws_cloudwatch_log_metric_filter.cis-cloudwatch-1_filter",
          "aws_cloudwatch_log_metric_filter.root-api-call_filter",
        ),
    },
  ),
  harmful("the words of a message", "alert-text", set(TARGET, { input_transformer: [{ input_template: '"?"' }] })),
  harmful("another security contact", "security-contact", set(CONTACT, { email_address: "mallory@example.com" })),
];

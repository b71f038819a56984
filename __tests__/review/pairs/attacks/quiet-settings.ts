import type { Draft, Values } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";
import { both, set } from "../setting";

const KEY = "aws_kms_key.trail-encryption_key";
const LOG_GROUP = "aws_cloudwatch_log_group.trail-log-group_log-group";
const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration.trail-bucket_logs_encryption";
const LOGGING = "aws_s3_bucket_logging.trail-bucket_access-logging";
const EXPIRY = "aws_s3_bucket_lifecycle_configuration.trail-bucket_expiry_rules";
const TRAIL = "aws_cloudtrail.organization-trail_trail";
const ALARM = "aws_cloudwatch_metric_alarm.root-console-login_alarm";
const FEATURE = "aws_guardduty_detector_feature.eu-west-1_management_S3_DATA_EVENTS";
const PLAN = "aws_guardduty_organization_configuration_feature.eu-west-1_organization-S3_DATA_EVENTS";
const MEMBERS = "aws_guardduty_organization_configuration.eu-west-1_organization";

const OTHER_KEY = "arn:aws:kms:us-east-1:999999999999:key/12345678-1234-1234-1234-123456789012";

const encryptedWith = (kms_master_key_id: string | undefined): Values => ({
  rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms", kms_master_key_id }] }],
});

/** The newest of the overwritten versions that stay. */
const keeping = (newer_noncurrent_versions: number | null) => (draft: Draft) => {
  const [first, ...others] = draft.get(EXPIRY)["rule"] as readonly Values[];
  const noncurrent_version_expiration = [{ noncurrent_days: 365, newer_noncurrent_versions }];
  return draft.set(EXPIRY, { rule: [{ ...first, noncurrent_version_expiration }, ...others] });
};

/** Attributes beside those that one looks at: the setting stays as it was, and what it works on does not. */
export const QUIET_SETTING_PAIRS: readonly Pair[] = [
  harmful(
    "files are encrypted with somebody else's key",
    "bucket-protection",
    set(ENCRYPTION, encryptedWith(OTHER_KEY)),
    {
      says: /files are encrypted with another key or none of ours/,
    },
  ),
  harmful("files are encrypted with no key of ours", "bucket-protection", set(ENCRYPTION, encryptedWith(undefined))),
  harmful(
    "access is logged into a bucket elsewhere",
    "bucket-protection",
    set(LOGGING, { target_bucket: "elsewhere" }),
  ),
  harmful("fewer overwritten versions stay", "log-expiry", keeping(1), {
    given: keeping(10),
    says: /but the newest 10/,
  }),
  harmful("no overwritten version stays", "log-expiry", keeping(null), { given: keeping(10) }),
  harmless("more overwritten versions stay", keeping(10), keeping(1)),
  harmful("log files go below a prefix, where there was none", "trail-integrity", set(TRAIL, { s3_key_prefix: "x" })),
  harmful("a protection plan is of another detector", "undecided-change", set(FEATURE, { detector_id: "another" })),
  harmful("a plan of members is of another detector", "undecided-change", set(PLAN, { detector_id: "another" })),
  harmful("members are of another detector", "undecided-change", set(MEMBERS, { detector_id: "another" })),
  ...both(
    "how often a key is rotated",
    "key-protection",
    KEY,
    { rotation_period_in_days: 2560 },
    { rotation_period_in_days: 90 },
    /rotated less often: 90 → 2560 days/,
  ),
  harmless("a key is rotated as often as by itself", set(KEY, { rotation_period_in_days: 365 })),
  ...both("a log group that stays", "log-retention", LOG_GROUP, { skip_destroy: false }, { skip_destroy: true }),
  harmful("an alarm that is over calls a function", "undecided-change", (draft) =>
    draft.set(ALARM, { ok_actions: ["arn:aws:lambda:us-east-1:111111111111:function:x"] }),
  ),
  harmful("an alarm without data tells a stranger", "undecided-change", (draft) =>
    draft.set(ALARM, { insufficient_data_actions: ["arn:aws:sns:us-east-1:999999999999:x"] }),
  ),
  harmful(
    "an alarm without data tells nobody any longer",
    "alarm-settings",
    set(ALARM, { insufficient_data_actions: null }),
    { given: (draft) => draft.set(ALARM, { insufficient_data_actions: draft.get(ALARM)["alarm_actions"] }) },
  ),
  harmful(
    "an account moves to another unit",
    "undecided-change",
    (draft) => draft.set("aws_organizations_account.shop", { parent_id: "Workloads" }),
    { given: (draft) => draft.add("aws_organizations_account.shop", { name: "shop", parent_id: "Workloads/Prod" }) },
  ),
  harmless("an alarm that is over says so", (draft) =>
    draft.set(ALARM, { ok_actions: draft.get(ALARM)["alarm_actions"] }),
  ),
];

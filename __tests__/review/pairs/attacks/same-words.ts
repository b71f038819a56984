import type { Draft, Values } from "../../draft";
import { harmless, type Pair } from "../pair";
import { deny, kept, S3, team, TEAM } from "../guardrails/team";

const GUARDRAIL = "aws_organizations_policy.deny-root-user";
const BUCKET_POLICY = "aws_s3_bucket_policy.trail-bucket_logs_policy";
const RULE = "aws_cloudwatch_event_rule.guardduty-root-actor_rule";
const ALARM = "aws_cloudwatch_metric_alarm.root-console-login_alarm";
const LOG_GROUP = "aws_cloudwatch_log_group.trail-log-group_log-group";
const TOPIC = "aws_sns_topic.critical_topic";
const BUCKET = "aws_s3_bucket.trail-bucket_logs_bucket";
const KEY = "aws_kms_key.trail-encryption_key";
const TARGET = "aws_cloudwatch_event_target.guardduty-root-actor_target";

/** The text of an attribute, spread over lines as an editor of another system ends them. */
const spread = (address: string, attribute: string) => (draft: Draft) =>
  draft.set(address, {
    [attribute]: JSON.stringify(JSON.parse(String(draft.get(address)[attribute])), undefined, 2).replaceAll(
      "\n",
      "\r\n",
    ),
  });

const region = (key: string, value: unknown) => ({ ...S3, Condition: { StringEquals: { [key]: value } } });

const set = (address: string, values: Values) => (draft: Draft) => draft.set(address, values);

/** A role of another account, as its principal is written. */
const opened = (principal: string) => (draft: Draft) =>
  draft.statements(BUCKET_POLICY, "policy", (all) => [
    ...all,
    { Sid: "More", Effect: "Allow", Principal: { AWS: principal }, Action: "s3:GetObject", Resource: "*" },
  ]);

/** What says the same, or says more, in other words. */
export const SAME_WORD_PAIRS: readonly Pair[] = [
  harmless("a guardrail is spread over lines", spread(GUARDRAIL, "content")),
  harmless("the policy of a bucket is spread over lines", spread(BUCKET_POLICY, "policy")),
  harmless("an event pattern is spread over lines", spread(RULE, "event_pattern")),
  kept(
    "a condition key in another case",
    [region("aws:RequestedRegion", "us-east-1")],
    [region("AWS:requestedregion", "us-east-1")],
  ),
  kept(
    "a list of one value",
    [region("aws:RequestedRegion", "us-east-1")],
    [region("aws:RequestedRegion", ["us-east-1"])],
  ),
  kept("a statement stands twice", [S3], [S3, { ...S3, Sid: "Again" }]),
  kept("a statement loses its name", [S3], [{ ...S3, Sid: undefined }]),
  kept("a narrower action beside a wider one", [{ Action: "s3:*" }], [{ Action: ["s3:DeleteBucket", "s3:*"] }]),
  kept(
    "a narrower resource beside a wider one",
    [{ ...S3, Resource: "arn:aws:s3:::*" }],
    [{ ...S3, Resource: ["arn:aws:s3:::logs", "arn:aws:s3:::*"] }],
  ),
  kept(
    "also where the key is not there, and one Region more",
    [region("aws:RequestedRegion", "us-east-1")],
    [{ ...S3, Condition: { StringEqualsIfExists: { "aws:RequestedRegion": ["us-east-1", "us-east-2"] } } }],
  ),
  harmless(
    "one statement that is in no list",
    (draft) => draft.set(TEAM, { content: JSON.stringify({ Version: "2012-10-17", Statement: deny(S3) }) }),
    team([deny(S3)]),
  ),
  harmless(
    "an account in place of its root",
    (draft) => {
      const { policy } = draft.get(BUCKET_POLICY);
      draft.set(BUCKET_POLICY, {
        policy: String(policy).replace('"arn:aws:iam::444444444444:root"', '"444444444444"'),
      });
    },
    opened("arn:aws:iam::444444444444:root"),
  ),
  harmless("a list that is left out", set(ALARM, { ok_actions: [], dimensions: {} }), set(ALARM, { ok_actions: null })),
  harmless(
    "days are written as a text",
    set(LOG_GROUP, { retention_in_days: "365" }),
    set(LOG_GROUP, { retention_in_days: 365 }),
  ),
  harmless(
    "a key waits for longer",
    set(KEY, { deletion_window_in_days: 30 }),
    set(KEY, { deletion_window_in_days: 7 }),
  ),
  harmless("a topic that nobody has yet", (draft) =>
    draft.add("aws_sns_topic.new", { name: "new", arn: "arn:aws:sns:us-east-1:111111111111:new" }, TOPIC),
  ),
  harmless("a log group that nobody has yet", (draft) =>
    draft.add("aws_cloudwatch_log_group.new", { name: "new" }, LOG_GROUP),
  ),
  harmless("a bucket that nobody has yet", (draft) => draft.add("aws_s3_bucket.new", { bucket: "new" }, BUCKET)),
  harmless("a second alarm tells the same topic", (draft) =>
    draft.add(`${ALARM}-2`, { ...draft.get(ALARM), alarm_name: "second", threshold: 2 }, ALARM),
  ),
  harmless("a second rule tells the same topic", (draft) =>
    draft
      .add(`${RULE}-2`, { ...draft.get(RULE), name: "second" }, RULE)
      .add(`${TARGET}-2`, { ...draft.get(TARGET), rule: "second" }, TARGET),
  ),
  harmless("a saved query", (draft) =>
    draft.add("aws_cloudwatch_query_definition.new", { name: "new", query_string: "fields @message" }, LOG_GROUP),
  ),
];

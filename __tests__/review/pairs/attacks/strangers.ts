import { UNKNOWN, type Draft, type Values } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";

const SUBSCRIPTION = "aws_sns_topic_subscription.low_email-security-review-4d07cb1d";
const ALARM = "aws_cloudwatch_metric_alarm.root-console-login_alarm";
const FILTER = "aws_cloudwatch_log_metric_filter.root-console-login_filter";
const RULE = "aws_cloudwatch_event_rule.guardduty-root-actor_rule";
const TARGET = "aws_cloudwatch_event_target.guardduty-root-actor_target";
const TRAIL = "aws_cloudtrail.organization-trail_trail";
const MORE = "aws_sns_topic_subscription.more";

const topic = (account: string, name: string) => `arn:aws:sns:us-east-1:${account}:${name}`;
const [OURS, THEIRS] = ["111111111111", "999999999999"];
const NOT_HELD = topic(OURS, "held-by-another-stack");

const subscribed = (topic_arn: string) => (draft: Draft) =>
  draft.add(MORE, { topic_arn, protocol: "email", endpoint: "a@example.com" }, SUBSCRIPTION);

const alsoTells = (action: string) => (draft: Draft) =>
  draft.set(ALARM, { alarm_actions: [...(draft.get(ALARM)["alarm_actions"] as readonly string[]), action] });

const counting = (more: Values) => (draft: Draft) =>
  draft.add(
    `${FILTER}-2`,
    {
      ...{ ...draft.get(FILTER), name: "second", pattern: "{ $.eventName = Quiet }" },
      metric_transformation: { ...(draft.get(FILTER)["metric_transformation"] as Values), ...more },
    },
    FILTER,
  );

const FUNCTION = `arn:aws:lambda:us-east-1:${OURS}:function:reacts`;

/** Whom a change has AWS tell, and what nobody here knows of. */
export const STRANGER_PAIRS: readonly Pair[] = [
  harmful(
    "a subscription moves to a topic of somebody else",
    ["alert-lost", "subscribers", "undecided-change"],
    (draft) => draft.set(SUBSCRIPTION, { topic_arn: topic(THEIRS, "theirs") }),
    { says: /a topic of the account 999999999999, which is not of the organization/ },
  ),
  harmful("a subscription moves to a topic that no stack holds", ["alert-lost", "subscribers"], (draft) =>
    draft.set(SUBSCRIPTION, { topic_arn: NOT_HELD }),
  ),
  harmful("a subscription to a stranger's topic comes", "undecided-change", subscribed(topic(THEIRS, "theirs"))),
  harmless("a subscription to a topic of the organization comes", subscribed(NOT_HELD)),
  harmful("a topic that no stack holds loses a subscriber", "subscribers", (draft) => draft.remove(MORE), {
    given: subscribed(NOT_HELD),
    says: /`held-by-another-stack`, loses one subscriber \(email\)/,
  }),
  harmful(
    "a topic that no stack holds tells somebody else",
    "subscribers",
    (draft) => draft.set(MORE, { endpoint: "mallory@example.com" }),
    { given: subscribed(NOT_HELD) },
  ),
  harmless(
    "a subscription to a topic that no stack holds has another address",
    (draft) => draft.rename(MORE, `${MORE}-2`, false),
    subscribed(NOT_HELD),
  ),
  harmful(
    "a target tells a topic of the same name in another account",
    "alert-route",
    (draft) => draft.set(TARGET, { arn: topic(THEIRS, "org-baseline-critical") }),
    { severity: "high", says: /it tells `org-baseline-critical of 999999999999`/ },
  ),
  harmful(
    "an alarm tells a topic of the same name in another Region",
    "alert-route",
    (draft) =>
      draft.set(ALARM, {
        alarm_actions: (draft.get(ALARM)["alarm_actions"] as readonly string[]).map((action) =>
          action.replace(":us-east-1:", ":ap-south-2:"),
        ),
      }),
    { says: /it tells `org-baseline-\w+ in ap-south-2`/ },
  ),
  harmful("an alarm also calls a function", "undecided-change", alsoTells(FUNCTION), { says: /tells `lambda`/ }),
  harmful("an alarm also tells a stranger", "undecided-change", alsoTells(topic(THEIRS, "theirs"))),
  harmless("an alarm also tells a topic of the organization", alsoTells(topic("444444444444", "theirs"))),
  harmful("a new alarm stops a machine", "undecided-change", (draft) =>
    draft.add(
      `${ALARM}-2`,
      { ...draft.get(ALARM), alarm_name: "second", alarm_actions: ["arn:aws:automate:us-east-1:ec2:stop"] },
      ALARM,
    ),
  ),
  harmful("a second filter takes away what the first counts", "undecided-change", counting({ value: "-1" })),
  harmful("a second filter counts what the record says", "undecided-change", counting({ value: "$.responseElements" })),
  harmful("a second filter takes away where nothing matches", "undecided-change", counting({ default_value: "-1" })),
  harmless("a second filter counts into the same metric", counting({ value: "1", default_value: "0" })),
  harmful("a second trail delivers to a bucket elsewhere", "undecided-change", (draft) =>
    draft.add("aws_cloudtrail.second", { ...draft.get(TRAIL), name: "second", s3_bucket_name: "theirs" }, TRAIL),
  ),
  harmless("a second trail delivers to the same bucket", (draft) =>
    draft.add("aws_cloudtrail.second", { ...draft.get(TRAIL), name: "second" }, TRAIL),
  ),
  harmful("which events the trail selects is unknown", "trail-events", (draft) =>
    draft.set(TRAIL, { advanced_event_selector: UNKNOWN }),
  ),
  harmful("a rule also runs by a schedule", "undecided-change", (draft) =>
    draft.set(RULE, { schedule_expression: "rate(1 day)" }),
  ),
  harmful("what a rule looks for is unknown", "detection-narrowed", (draft) =>
    draft.set(RULE, { event_pattern: UNKNOWN }),
  ),
  harmful("a target gives up after a minute", "undecided-change", (draft) =>
    draft.set(TARGET, { retry_policy: [{ maximum_event_age_in_seconds: 60, maximum_retry_attempts: 0 }] }),
  ),
];

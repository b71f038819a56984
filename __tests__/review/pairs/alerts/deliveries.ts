import { Draft, UNKNOWN } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";
import { remove, set } from "../setting";

const TRAIL = "aws_cloudtrail.organization-trail_trail";
const DELIVERY = "aws_iam_role.trail-delivery_role";
const DELIVERY_POLICY = "aws_iam_role_policy.trail-delivery_policy";
const FORWARD_POLICY = "aws_iam_role_policy.forward-findings_policy";
const BUS_POLICY = "aws_cloudwatch_event_bus_policy.alert-bus_policy";
const TOPIC_POLICY = "aws_sns_topic_policy.critical_policy";
const RULE = "aws_cloudwatch_event_rule.account-left-event_rule";
const FORWARD = "aws_cloudwatch_event_target.eu-west-1_forward-guardduty-root-actor_target";
const MESSAGE = "aws_cloudwatch_event_target.account-left-event_target";
const SCHEDULE = "aws_scheduler_schedule.known-event-call_schedule";
const KNOWN_EVENT_ROLE = "aws_iam_role.known-event-call_role";
const KEY = "aws_kms_key.trail-encryption_key";

const ALL_EVENTS = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

const only = (address: string, keep: (statement: Record<string, unknown>) => boolean) => (draft: Draft) =>
  draft.statements(address, "policy", (statements) => statements.filter(keep));

/** A new role that a service assumes, and what it may do. */
const service =
  (service: string, action: string, more: object = {}) =>
  (draft: Draft) =>
    draft
      .add(
        "aws_iam_role.new",
        {
          name: "new",
          assume_role_policy: JSON.stringify({
            Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
          }),
          ...more,
        },
        DELIVERY,
      )
      .add(
        "aws_iam_role_policy.new",
        {
          name: "new",
          role: "new",
          policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] }),
        },
        DELIVERY,
      );

export const DELIVERY_PAIRS: readonly Pair[] = [
  harmful(
    "CloudTrail's role may no longer write",
    "service-role",
    only(DELIVERY_POLICY, ({ Action }) => Action !== "logs:PutLogEvents"),
    { says: /`org-baseline-trail-delivery`.*`cloudtrail.amazonaws.com`.*`logs:PutLogEvents`/ },
  ),
  harmful("CloudTrail's role loses its policy", "service-role", remove(DELIVERY_POLICY)),
  harmful("CloudTrail's role goes", "service-role", remove(DELIVERY)),
  harmful("CloudTrail may no longer assume its role", "service-role", (draft) =>
    draft.statements(DELIVERY, "assume_role_policy", () => []),
  ),
  harmful("EventBridge may no longer forward to a bus", "service-role", (draft) =>
    draft.statements(FORWARD_POLICY, "policy", ([first = {}]) => [
      { ...first, Resource: [(first["Resource"] as string[])[0]] },
    ]),
  ),
  harmless("CloudTrail's role and its policy under other addresses", (draft) =>
    draft.rename(DELIVERY, `${DELIVERY}-2`, false).rename(DELIVERY_POLICY, `${DELIVERY_POLICY}-2`, false),
  ),
  harmful("what a role of a service may do is unknown", "role-permissions", set(DELIVERY_POLICY, { policy: UNKNOWN })),
  harmful("a new role of a service that may do anything", "role-permissions", service("scheduler.amazonaws.com", "*"), {
    says: /`new`.*`\*`/,
  }),
  harmful(
    "a new role of a service that may stop the trail",
    "role-permissions",
    service("scheduler.amazonaws.com", "cloudtrail:StopLogging"),
  ),
  harmless("a new role of a service that delivers", service("events.amazonaws.com", "events:PutEvents")),
  harmful(
    "a new role of a service with a policy of AWS",
    "role-permissions",
    service("scheduler.amazonaws.com", "events:PutEvents", {
      managed_policy_arns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
    }),
  ),
  harmful(
    "a role gets a policy inside of it",
    "role-permissions",
    set(DELIVERY, {
      inline_policy: [
        { name: "x", policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }) },
      ],
    }),
  ),
  harmful("nobody may put events on the bus", "service-permission", remove(BUS_POLICY)),
  harmful(
    "another account may no longer forward to the bus",
    "service-permission",
    only(BUS_POLICY, ({ Sid }) => Sid !== "Forwarder2"),
    { says: /the policy of the event bus.*may no longer do `events:PutEvents`/ },
  ),
  harmful(
    "the account may no longer look after its key",
    "service-permission",
    only(KEY, ({ Sid }) => Sid !== "EnableAccountPolicies"),
  ),
  harmless(
    "somebody may read no longer",
    only(TOPIC_POLICY, ({ Sid }) => Sid !== "Reader"),
    (draft) =>
      draft.statements(TOPIC_POLICY, "policy", (statements) => [
        ...statements,
        {
          Sid: "Reader",
          Effect: "Allow",
          Principal: { AWS: "444444444444" },
          Action: "sns:ListSubscriptionsByTopic",
          Resource: "*",
        },
      ]),
  ),
  harmful(
    "the trail delivers to another log group",
    "trail-coverage",
    set(TRAIL, { cloud_watch_logs_group_arn: "arn:aws:logs:us-east-1:111111111111:log-group:elsewhere:*" }),
    { says: /another log group/ },
  ),
  harmful(
    "the trail looks for one kind of insight less",
    "trail-events",
    set(TRAIL, { insight_selector: [{ insight_type: "ApiCallRateInsight" }] }),
    {
      given: set(TRAIL, {
        insight_selector: [{ insight_type: "ApiCallRateInsight" }, { insight_type: "ApiErrorRateInsight" }],
      }),
    },
  ),
  harmful("a rule no longer sees calls that only read", "detection-narrowed", set(RULE, { state: "ENABLED" }), {
    given: set(RULE, { state: ALL_EVENTS }),
  }),
  harmless("a rule sees calls that only read", set(RULE, { state: ALL_EVENTS })),
  harmful(
    "a rule and its targets wait on another bus",
    "detection-narrowed",
    (draft) => draft.set(RULE, { event_bus_name: "elsewhere" }).set(MESSAGE, { event_bus_name: "elsewhere" }),
    { says: /another bus/ },
  ),
  harmful("a bus is sent something else than the event", "alert-text", set(FORWARD, { input: "{}" }), {
    says: /rules? there/,
  }),
  harmful(
    "a message says nothing of the event",
    "alert-text",
    set(MESSAGE, { input_transformer: [{ input_template: '"all is well"' }] }),
    { says: /nothing of the event/ },
  ),
  harmful("a schedule that stops the trail", "known-event", (draft) =>
    draft.add(
      "aws_scheduler_schedule.new",
      {
        ...draft.get(SCHEDULE),
        name: "new",
        target: [{ arn: "arn:aws:scheduler:::aws-sdk:cloudtrail:stopLogging", input: "{}" }],
      },
      SCHEDULE,
    ),
  ),
  harmless(
    "a known event, where there was none",
    (draft) => draft.add(SCHEDULE, new Draft().get(SCHEDULE), KNOWN_EVENT_ROLE),
    remove(SCHEDULE),
  ),
  harmless("an alias that nothing names goes", remove("aws_kms_alias.alert-encryption_alias")),
  harmful("a target that runs something", "undecided-change", (draft) =>
    draft.add(
      "aws_cloudwatch_event_target.new",
      {
        rule: draft.get(MESSAGE)["rule"],
        event_bus_name: draft.get(MESSAGE)["event_bus_name"],
        target_id: "new",
        arn: "arn:aws:ssm:us-east-1:111111111111:automation-definition/x",
      },
      MESSAGE,
    ),
  ),
  harmful(
    "the alias that a topic's key is named by goes",
    "key-protection",
    remove("aws_kms_alias.alert-encryption_alias"),
    {
      given: (draft) => draft.set("aws_sns_topic.critical_topic", { kms_master_key_id: "alias/org-baseline-alerts" }),
    },
  ),
];

import type { Draft } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";

const FILTER = "aws_cloudwatch_log_metric_filter.root-console-login_filter";
const ALARM = "aws_cloudwatch_metric_alarm.root-console-login_alarm";
const LOW = "aws_sns_topic_subscription.low_email-security-review-4d07cb1d";
const AUDIT = "assume-root-audit";
const RULE = "aws_cloudwatch_event_rule.guardduty-root-actor_rule";
const TARGET = "aws_cloudwatch_event_target.guardduty-root-actor_target";

const topic = (severity: string) => `arn:aws:sns:us-east-1:111111111111:org-baseline-${severity}`;

const pattern = (draft: Draft): string => String(draft.get(FILTER)["pattern"]);

const narrowed = (more: string) => (draft: Draft) =>
  draft.set(FILTER, { pattern: pattern(draft).replace(/ }$/, ` && ${more} }`) });

const ruled = (edit: (pattern: Record<string, unknown>) => object) => (draft: Draft) =>
  draft.set(RULE, {
    event_pattern: JSON.stringify(
      edit(JSON.parse(String(draft.get(RULE)["event_pattern"])) as Record<string, unknown>),
    ),
  });

export const ALERT_PAIRS: readonly Pair[] = [
  harmful(
    "an alert topic is encrypted with another key",
    "undecided-change",
    (draft) => draft.set("aws_sns_topic.low_topic", { kms_master_key_id: "alias/elsewhere" }),
    { says: /no rule judges `kms_master_key_id`/ },
  ),
  harmful("a topic loses its last subscriber", ["alert-lost", "subscribers"], (draft) => draft.remove(LOW), {
    says: /the topic `org-baseline-low` loses its last subscriber: `org-baseline-assume-root-audit`/i,
  }),
  harmful("a subscription is swapped", "subscribers", (draft) => draft.set(LOW, { endpoint: "mallory@example.com" }), {
    says: /in place of/,
  }),
  harmless("a subscription under another address", (draft) =>
    draft.rename(LOW, "aws_sns_topic_subscription.low_other", false),
  ),
  harmless("a subscriber more", (draft) =>
    draft.add(`${LOW}-2`, { ...draft.get(LOW), endpoint: "another@example.com" }, LOW),
  ),
  harmful("a filter asks for one thing more", "detection-narrowed", narrowed('$.awsRegion = "eu-west-1"'), {
    says: /no longer fires on events of `root-console-login`/,
  }),
  harmful("a filter excludes what no example holds", "detection-narrowed", narrowed('$.made.up != "x"')),
  harmless("a filter asks for one thing less", (draft) =>
    draft.set(FILTER, { pattern: pattern(draft).replace(' && $.responseElements.ConsoleLogin = "Success"', "") }),
  ),
  harmless("a filter in another order", (draft) =>
    draft.set(FILTER, {
      pattern:
        '{ ($.eventName = "ConsoleLogin" && $.eventSource = "signin.amazonaws.com") && $.responseElements.ConsoleLogin = "Success" && $.userIdentity.type = "Root" }',
    }),
  ),
  harmful("a filter and its alarm go", ["alert-lost", "alert-route", "detection-narrowed"], (draft) =>
    draft.remove(`aws_cloudwatch_log_metric_filter.${AUDIT}_filter`, `aws_cloudwatch_metric_alarm.${AUDIT}_alarm`),
  ),
  harmless("a filter under another address", (draft) =>
    draft.rename(FILTER, "aws_cloudwatch_log_metric_filter.other", false),
  ),
  harmful("an alarm goes, its filter stays", "alert-route", (draft) => draft.remove(ALARM)),
  harmful(
    "the severity of an alarm is lowered",
    "severity-lowered",
    (draft) => draft.set(ALARM, { alarm_actions: [topic("low")] }),
    { says: /severity critical → low/ },
  ),
  harmless("the severity of an alarm is raised, beside the old one", (draft) =>
    draft.set(ALARM, { alarm_actions: [topic("critical"), topic("high")] }),
  ),
  harmful("an alarm tells nobody", "alert-route", (draft) => draft.set(ALARM, { alarm_actions: [] }), {
    says: /tells nobody any longer/,
  }),
  harmful("a rule is switched off", ["alert-lost", "alert-route"], (draft) => draft.set(RULE, { state: "DISABLED" }), {
    given: (draft) => draft.remove("aws_cloudwatch_event_target.second-channel_findings_target"),
  }),
  harmful("a target goes", "alert-route", (draft) => draft.remove(TARGET)),
  harmful("a target is swapped for a lower topic", "severity-lowered", (draft) =>
    draft.set(TARGET, { arn: topic("low") }),
  ),
  harmful(
    "a rule asks for one thing more",
    "detection-narrowed",
    ruled((all) => ({ ...all, region: ["us-east-1"] })),
  ),
  harmless(
    "a rule asks for one thing less",
    ruled((all) => ({ ...all, source: undefined })),
  ),
  harmless(
    "a rule in another order",
    ruled((all) => Object.fromEntries(Object.entries(all).reverse())),
  ),
];

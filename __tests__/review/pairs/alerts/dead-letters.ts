import { Draft } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";
import { both, remove, set } from "../setting";

const TARGET = "aws_cloudwatch_event_target.guardduty-root-actor_target";
const QUEUE = "aws_sqs_queue.eu-west-1_security-threat-detection-dead-letters_queue";
const ALARM = "aws_cloudwatch_metric_alarm.eu-west-1_security-threat-detection-dead-letters-delivery_alarm";
const ALARM_AT_HOME = "aws_cloudwatch_metric_alarm.us-east-1_management-alarms-dead-letters-delivery_alarm";
const DAY = 86_400;

const WITHOUT = { dead_letter_config: [] };

const TYPES = /^aws_(sqs_queue|cloudwatch_metric_alarm|cloudwatch_event_rule|cloudwatch_event_target)\..*dead-letters/;

/** As releases before dead-letter queues left an organization: what is created is harmless. */
function withoutAny(draft: Draft): void {
  for (const address of [...draft.entries().keys()])
    if (TYPES.test(address)) draft.remove(address);
    else if (address.startsWith("aws_cloudwatch_event_target.")) draft.set(address, WITHOUT);
}

/** The upgrade: every target names the queue that is created with it. */
function withAll(draft: Draft): void {
  const example = new Draft();
  for (const [address, { values, place, stack }] of example.entries())
    if (draft.entries().has(address)) draft.set(address, values);
    else
      draft.add(
        address,
        values,
        [...draft.entries()].find(([, each]) => each.place === place && each.stack === stack)?.[0],
      );
}

const refusesEventBridge = (draft: Draft) =>
  draft.statements(QUEUE, "policy", (statements) => statements.filter(({ Sid }) => Sid !== "EventBridgeRules"));

export const DEAD_LETTER_PAIRS: readonly Pair[] = [
  harmful("a target loses its queue", "dead-letter-target", set(TARGET, WITHOUT), {
    says: /a target of the event rule `org-baseline-guardduty-root-actor` no longer has a queue/,
  }),
  harmless("every target gets a queue, as an upgrade does it", withAll, withoutAny),
  harmful(
    "a target names another queue",
    "dead-letter-target",
    set(TARGET, { dead_letter_config: [{ arn: "arn:aws:sqs:us-east-1:111111111111:elsewhere" }] }),
    { says: /goes to another queue/ },
  ),
  harmless("a target with its queue under another address", (draft) => draft.rename(TARGET, `${TARGET}-2`, false)),
  harmful("EventBridge may not put into a queue", "service-permission", refusesEventBridge, {
    says: /the policy of the queue `org-baseline-threat-detection-dead-letters`: `events.amazonaws.com` may no longer do `sqs:SendMessage`/,
  }),
  harmless("a queue's policy in another order", (draft) =>
    draft.statements(QUEUE, "policy", (statements) => [...statements].reverse()),
  ),
  harmful("anybody may take what lies in a queue", "resource-policy-opened", (draft) =>
    draft.statements(QUEUE, "policy", (statements) => [
      ...statements,
      { Effect: "Allow", Principal: "*", Action: "sqs:ReceiveMessage", Resource: "*" },
    ]),
  ),
  ...both(
    "how long a queue keeps",
    "queue-settings",
    QUEUE,
    { message_retention_seconds: 60 },
    { message_retention_seconds: 14 * DAY },
    /shorter time: 1209600 → 60 seconds/,
  ),
  ...both("how much a queue takes", "queue-settings", QUEUE, { max_message_size: 1024 }, { max_message_size: 262_144 }),
  ...both("how soon a queue hands out", "queue-settings", QUEUE, { delay_seconds: 900 }, { delay_seconds: 0 }),
  ...both(
    "a queue's encryption",
    "queue-settings",
    QUEUE,
    { sqs_managed_sse_enabled: false },
    { sqs_managed_sse_enabled: true },
    /no longer encrypted/,
  ),
  ...both(
    "a queue that hangs on a key",
    "queue-settings",
    QUEUE,
    { kms_master_key_id: "alias/topics", sqs_managed_sse_enabled: false },
    { kms_master_key_id: "", sqs_managed_sse_enabled: true },
    /hangs on a key/,
  ),
  ...both(
    "a queue that hands on",
    "queue-settings",
    QUEUE,
    { redrive_policy: '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:222222222222:other","maxReceiveCount":1}' },
    { redrive_policy: "" },
  ),
  harmless("a queue is hidden for longer from others while it is read", set(QUEUE, { visibility_timeout_seconds: 60 })),
  harmful("a queue goes, and its alarm with it", "kept-destroyed", (draft) => draft.remove(QUEUE, ALARM)),
  harmful("the alarm on a queue goes where no topic is", "dead-letter-alarm", remove(ALARM), {
    says: /\(eu-west-1\): the alarm on a dead-letter queue is removed/,
  }),
  harmless("the alarm on a queue under another address", (draft) => draft.rename(ALARM, `${ALARM}-2`, false)),
  harmful("the alarm on a queue at home goes", "alert-route", remove(ALARM_AT_HOME)),
  harmful(
    "the alarm on a queue looks at another one",
    "alarm-settings",
    set(ALARM, { dimensions: { QueueName: "x" } }),
  ),
];

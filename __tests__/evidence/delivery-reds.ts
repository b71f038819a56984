import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { QueueFacts } from "../../organization/services/queues";
import { changed, withLive, withPart, type Red } from "./red";

type Place = readonly [account: string, region: string];

const alarmsAt = ([account, region]: Place, change: (alarm: MetricAlarm) => MetricAlarm) =>
  withLive(({ alarmsElsewhere }) => ({
    alarmsElsewhere: alarmsElsewhere.map((each) =>
      each.account === account && each.region === region
        ? { ...each, alarms: changed(each.alarms, (all) => all.map(change)) }
        : each,
    ),
  }));

const QUEUE_ALARM = "org-baseline-threat-detection-dead-letters-delivery";

const named = (name: string, change: MetricAlarm) => (alarm: MetricAlarm) =>
  alarm.AlarmName === name ? { ...alarm, ...change } : alarm;

const home = (name: string, change: MetricAlarm) => withPart("alarms", "alarms", (all) => all.map(named(name, change)));

const GONE = {
  AlarmName: "org-baseline-renamed",
  AlarmActions: ["arn:aws:sns:us-east-1:111111111111:org-baseline-high"],
};

/** Alarms on what was not delivered, wherever rules stand. */
export const DELIVERY_REDS: readonly Red[] = [
  [
    "what threat detection could not deliver has no alarm at home",
    home(QUEUE_ALARM, GONE),
    /^org-baseline-threat-detection-dead-letters-delivery: does not exist$/,
  ],
  [
    "a rule on the alert bus that does not deliver has none",
    home("org-baseline-management-root-console-login-delivery", GONE),
    /^org-baseline-management-root-console-login-delivery: does not exist$/,
  ],
  [
    "a rule that forwards and does not deliver has none",
    home("org-baseline-guardduty-changed-event-forward-delivery", GONE),
    /^org-baseline-guardduty-changed-event-forward-delivery: does not exist$/,
  ],
  [
    "one on what was not delivered tells somebody else",
    home("org-baseline-critical-delivery", { AlarmActions: ["arn:aws:sns:us-east-1:111111111111:orders"] }),
    /critical-delivery: tells no topic of the baseline, but arn:.*:orders$/,
  ],
  [
    "one on a queue watches another queue",
    home(QUEUE_ALARM, { Dimensions: [{ Name: "QueueName", Value: "orders" }] }),
    /its set of dimensions is QueueName=orders, not QueueName=org-baseline-threat/,
  ],
  [
    "what the security account could not deliver from another Region has none",
    alarmsAt(["security", "eu-west-1"], named(QUEUE_ALARM, GONE)),
    /^security, eu-west-1: .*-dead-letters-delivery: does not exist$/,
  ],
  [
    "what the management account could not deliver from another Region has none",
    alarmsAt(["management", "eu-west-1"], named(QUEUE_ALARM, GONE)),
    /^management, eu-west-1: .*-dead-letters-delivery: does not exist$/,
  ],
  [
    "one in another Region is raised by a thousand losses",
    alarmsAt(["security", "eu-west-1"], named(QUEUE_ALARM, { Threshold: 1000 })),
    /^security, eu-west-1: .* its threshold is 1000, not 1$/,
  ],
  [
    "the second channel's rule that does not deliver tells nobody",
    alarmsAt(["security", "us-east-1"], (alarm) =>
      alarm.AlarmName?.startsWith("org-baseline-second-channel-") === true ? { ...alarm, AlarmActions: [] } : alarm,
    ),
    /^security, us-east-1: org-baseline-second-channel-.*-delivery: tells nobody$/,
  ],
  [
    "its actions are off in the security account",
    alarmsAt(["security", "us-east-1"], named(QUEUE_ALARM, { ActionsEnabled: false })),
    /^security, us-east-1: .* its actions are switched off$/,
  ],
];

const queuesAt = ([account, region]: Place, change: (queues: readonly QueueFacts[]) => readonly QueueFacts[]) =>
  withLive(({ deadLetters }) => ({
    deadLetters: deadLetters.map((each) =>
      each.account === account && each.region === region ? { ...each, queues: changed(each.queues, change) } : each,
    ),
  }));

const each = (place: Place, change: (queue: QueueFacts) => Partial<QueueFacts>) =>
  queuesAt(place, (queues) => queues.map((queue) => ({ ...queue, ...change(queue) })));

const statement = (more: object) => ({
  ...{ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sqs:SendMessage", Resource: "*" },
  ...more,
});

const OURS = { "aws:SourceArn": "arn:aws:events:eu-west-1:222222222222:rule/org-baseline-*" };

const withStatements = (...statements: readonly object[]) =>
  each(["security", "eu-west-1"], () => ({ policy: { Statement: statements } }));

/** Queues of what was not delivered. */
export const DEAD_LETTER_REDS: readonly Red[] = [
  [
    "that of the alarms stack is gone",
    queuesAt(["management", "us-east-1"], (queues) => queues.filter(({ name }) => name.includes("threat"))),
    /^management, us-east-1: org-baseline-alarms-dead-letters: does not exist/,
  ],
  [
    "that of threat detection is gone in another Region",
    queuesAt(["security", "eu-west-1"], () => []),
    /^security, eu-west-1: org-baseline-threat-detection-dead-letters: does not exist/,
  ],
  ["events are kept a day", each(["management", "eu-west-1"], () => ({ keptSeconds: 86_400 })), /keeps events 1 days/],
  [
    "nobody says for how long",
    each(["management", "eu-west-1"], () => ({ keptSeconds: NaN })),
    /keeps events NaN days/,
  ],
  ["its policy is gone", each(["security", "eu-west-1"], () => ({ policy: undefined })), /does not admit EventBridge/],
  [
    "its policy admits other rules",
    withStatements(statement({ Condition: { ArnLike: { "aws:SourceArn": "arn:aws:events:*:*:rule/*" } } })),
    /does not admit EventBridge for arn:/,
  ],
  [
    "its policy asks for more than EventBridge can say",
    withStatements(
      statement({ Condition: { ArnLike: OURS, StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } } }),
    ),
    /does not admit EventBridge for arn:/,
  ],
  [
    "its policy lets somebody empty it",
    withStatements(
      statement({ Condition: { ArnLike: OURS } }),
      statement({ Principal: { AWS: "444444444444" }, Action: "sqs:PurgeQueue" }),
    ),
    /admits others/,
  ],
  [
    "its policy denies EventBridge",
    withStatements(statement({ Condition: { ArnLike: OURS } }), statement({ Effect: "Deny", Action: "sqs:*" })),
    /denies more than what comes without TLS/,
  ],
];

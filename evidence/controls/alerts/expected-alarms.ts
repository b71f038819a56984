import { secondChannelRules } from "../../../catalogue/second-channel";
import { alertsNotDelivered } from "../../../catalogue/detections/alerts-not-delivered";
import { trailSilent } from "../../../catalogue/detections/trail-silent";
import type { Blueprint } from "../../../config";
import { arriving, stacksOf } from "./expected-rules";

type RulePlace = Blueprint["rulePlaces"][number];

/** An alarm as it should be, beside those of the detections. */
export interface ExpectedAlarm extends Omit<RulePlace, "stack"> {
  readonly name: string;
  /** The stack that makes it, or those of which one does. */
  readonly stack: string;
  /** Namespace, metric and the dimension's name and value. @default - it tells of silence: its metric is not judged */
  readonly watches?: readonly [namespace: string, metric: string, dimension: string, value: string];
  /** Whether a topic of its account is in reach. Where none is, its state is an event that a rule carries on. */
  readonly tells: boolean;
}

type Place = Pick<ExpectedAlarm, "stack" | "account" | "region" | "tells">;

/** The alarm on what was not delivered. */
const onDelivery = (name: string, place: Place, [namespace, metric, dimension]: readonly [string, string, string]) =>
  ({ ...place, name: `${name}-delivery`, watches: [namespace, metric, dimension, name] }) as const;

const RULE = ["AWS/Events", "FailedInvocations", "RuleName"] as const;
const TOPIC = ["AWS/SNS", "NumberOfNotificationsFailed", "TopicName"] as const;
const QUEUE = ["AWS/SQS", "NumberOfMessagesSent", "QueueName"] as const;

const isListed = ({ listedDetections }: Blueprint, id: string): boolean =>
  listedDetections.some((each) => each.id === id);

/** Whether the account has a topic in its home Region. */
const hasTopic = ({ baseline, severities }: Blueprint, account: RulePlace["account"]): boolean =>
  account === "security" ? baseline.alerting.secondChannel !== undefined : severities.length > 0;

/** Alarms on silence, and on topics. */
function onSilence(blueprint: Blueprint, home: Place): readonly ExpectedAlarm[] {
  const { names, knownCall, topics, detectionsByPath } = blueprint;
  const expected = knownCall !== undefined && detectionsByPath.event.length > 0 ? knownCall : undefined;
  return [
    ...(isListed(blueprint, trailSilent.id) ? [{ ...home, name: names.entry("trail-silence") }] : []),
    ...(expected === undefined
      ? []
      : [
          { ...home, name: `${names.knownEvent}-log-group` },
          { ...home, name: `${names.knownEvent}-rule` },
          onDelivery(expected.rule, home, RULE),
        ]),
    ...(isListed(blueprint, alertsNotDelivered.id) ? topics.map(({ name }) => onDelivery(name, home, TOPIC)) : []),
  ];
}

/** Alarms on rules, which stand at home alone: elsewhere none reaches a topic, and the queues tell of it. */
function onRules(blueprint: Blueprint, home: Place): readonly ExpectedAlarm[] {
  const { baseline, detectionsByPath, homeRegion, names } = blueprint;
  const { secondChannel, runbooks } = baseline.alerting;
  const security = { ...home, account: "security" } as const;
  const onBus = [...detectionsByPath.event, ...detectionsByPath.finding].map(({ id }) => names.entry(id));
  const onSecond =
    secondChannel === undefined ? [] : secondChannelRules(runbooks).map(({ kind }) => `${names.secondChannel}-${kind}`);
  const stack = stacksOf(blueprint, homeRegion);
  const forwards = (["management", "security"] as const)
    .filter((account) => hasTopic(blueprint, account))
    .flatMap((account) =>
      arriving(blueprint, account, homeRegion).map(({ id }) =>
        onDelivery(names.forwardRule(id), { ...home, account, stack }, RULE),
      ),
    );
  return [
    ...onBus.map((name) => onDelivery(name, home, RULE)),
    ...onSecond.map((name) => onDelivery(name, security, RULE)),
    ...forwards,
  ];
}

/** Alarms on dead-letter queues: where a topic is in reach, or somebody waits for the alarm's state. */
const onDeadLetters = (blueprint: Blueprint): readonly ExpectedAlarm[] =>
  blueprint.rulePlaces
    .map((place) => ({
      ...place,
      tells: place.region === blueprint.homeRegion && hasTopic(blueprint, place.account),
    }))
    .filter(({ tells }) => tells || isListed(blueprint, alertsNotDelivered.id))
    .map((place) => onDelivery(blueprint.names.deadLetters(place.stack), place, QUEUE));

/** Every alarm that the stacks make, but those of the detections. */
export function expectedAlarms(blueprint: Blueprint): readonly ExpectedAlarm[] {
  const home = { stack: "alarms", account: "management", region: blueprint.homeRegion, tells: true } as const;
  return [...onSilence(blueprint, home), ...onRules(blueprint, home), ...onDeadLetters(blueprint)];
}

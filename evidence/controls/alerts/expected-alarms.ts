import { secondChannelRules } from "../../../catalogue/alerts/second-channel";
import { alertsNotDelivered } from "../../../catalogue/detections/alerts-not-delivered";
import { knownEventMissing } from "../../../catalogue/detections/known-event-missing";
import { trailSilent } from "../../../catalogue/detections/trail-silent";
import type { Blueprint } from "../../../config";
import { arriving, stacksOf } from "./expected-rules";
import { raisedBelowZero, raisedBy, raisedBySilence, type Watch } from "./watch";

type RulePlace = Blueprint["rulePlaces"][number];

/** An alarm as it should be, beside those of the detections. */
export interface ExpectedAlarm extends Omit<RulePlace, "stack"> {
  readonly name: string;
  /** The stack that makes it, or those of which one does. */
  readonly stack: string;
  readonly watches: Watch;
  /** Whether a topic of its account is in reach. Where none is, its state is an event that a rule carries on. */
  readonly tells: boolean;
}

type Place = Pick<ExpectedAlarm, "stack" | "account" | "region" | "tells">;

/** The alarm on what was not delivered. */
const onDelivery = (
  name: string,
  place: Place,
  { Namespace, MetricName, dimensions }: Pick<Watch, "Namespace" | "MetricName" | "dimensions">,
): ExpectedAlarm => ({
  ...place,
  name: `${name}-delivery`,
  watches: raisedBy({ Namespace, MetricName, dimensions }, 1),
});

/** Metrics of the default bus carry no name of a bus. */
const rule = (RuleName: string, bus?: string) => ({
  ...{ Namespace: "AWS/Events", MetricName: "FailedInvocations" },
  dimensions: { ...(bus === undefined ? {} : { EventBusName: bus }), RuleName },
});
const topic = (TopicName: string) => ({
  ...{ Namespace: "AWS/SNS", MetricName: "NumberOfNotificationsFailed", dimensions: { TopicName } },
});
const queue = (QueueName: string) => ({
  ...{ Namespace: "AWS/SQS", MetricName: "NumberOfMessagesSent", dimensions: { QueueName } },
});

const isListed = ({ listedDetections }: Blueprint, id: string): boolean =>
  listedDetections.some((each) => each.id === id);

/** Whether the account has a topic in its home Region. */
const hasTopic = ({ baseline, severities }: Blueprint, account: RulePlace["account"]): boolean =>
  account === "security" ? baseline.alerting.secondChannel !== undefined : severities.length > 0;

/** Our filters count without a unit. */
const counted = (Namespace: string, MetricName: string) =>
  ({ Namespace, MetricName, dimensions: {}, Unit: "None" }) as const;

type Metric = Blueprint["detectionsByPath"]["metric"][number];

const countOf = ({ id, set }: Metric, { names }: Blueprint) => counted(names.metricNamespace(set), id);

/** The alarm of a detection on the trail. Nobody lowers the greatest datum; of more than one event the sum counts. */
export const watchOf = (detection: Metric, blueprint: Blueprint): Watch =>
  raisedBy(countOf(detection, blueprint), detection.threshold, detection.threshold === 1 ? "Maximum" : "Sum");

/** Beside an alarm on a sum: the one on a number that lowers it. */
const onLowered = (blueprint: Blueprint, home: Place): readonly ExpectedAlarm[] =>
  blueprint.detectionsByPath.metric
    .filter(({ threshold }) => threshold > 1)
    .map((detection) => ({
      ...home,
      name: `${blueprint.names.entry(detection.id)}-lowered`,
      watches: raisedBelowZero(countOf(detection, blueprint)),
    }));

/** Alarms on silence, and on topics. */
function onSilence(blueprint: Blueprint, home: Place): readonly ExpectedAlarm[] {
  const { names, knownCall, topics, detectionsByPath } = blueprint;
  const expected = knownCall !== undefined && detectionsByPath.event.length > 0 ? knownCall : undefined;
  const silence = (name: string, metric: Parameters<typeof raisedBySilence>[0]): ExpectedAlarm => ({
    ...home,
    name,
    watches: raisedBySilence(metric),
  });
  const events = {
    ...{ Namespace: "AWS/Logs", MetricName: "IncomingLogEvents" },
    dimensions: { LogGroupName: names.trailLogGroup },
  };
  return [
    ...(isListed(blueprint, trailSilent.id) ? [silence(names.entry("trail-silence"), events)] : []),
    ...(expected === undefined
      ? []
      : [
          silence(
            `${names.knownEvent}-log-group`,
            counted(names.metricNamespace(knownEventMissing.set), knownEventMissing.id),
          ),
          silence(`${names.knownEvent}-rule`, { ...rule(expected.rule), MetricName: "Invocations" }),
          onDelivery(expected.rule, home, rule(expected.rule)),
        ]),
    ...(isListed(blueprint, alertsNotDelivered.id)
      ? topics.map(({ name }) => onDelivery(name, home, topic(name)))
      : []),
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
        onDelivery(names.forwardRule(id), { ...home, account, stack }, rule(names.forwardRule(id))),
      ),
    );
  return [
    ...onBus.map((name) => onDelivery(name, home, rule(name, names.alertBus))),
    ...onSecond.map((name) => onDelivery(name, security, rule(name, names.secondChannel))),
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
    .map((place) => {
      const name = blueprint.names.deadLetters(place.stack);
      return onDelivery(name, place, queue(name));
    });

/** Every alarm that the stacks make, but those of the detections. */
export function expectedAlarms(blueprint: Blueprint): readonly ExpectedAlarm[] {
  const home = { stack: "alarms", account: "management", region: blueprint.homeRegion, tells: true } as const;
  return [
    ...onLowered(blueprint, home),
    ...onSilence(blueprint, home),
    ...onRules(blueprint, home),
    ...onDeadLetters(blueprint),
  ];
}

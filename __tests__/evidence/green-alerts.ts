import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { secondChannelRules, tellsSecondChannel } from "../../catalogue/second-channel";
import type { Blueprint } from "../../config";
import type { AlarmsFacts } from "../../organization/alarms";
import type { EventRuleFacts } from "../../organization/event-rules";
import type { TopicFacts } from "../../organization/topics";

/** An encrypted topic whose subscribers have all confirmed. */
export const topicOf = (
  arn: string,
  name: string,
  told: readonly { readonly protocol: string; readonly endpoint: string }[],
): TopicFacts => ({
  ...{ arn, name, keyArn: "arn:aws:kms:us-east-1:111111111111:key/alerts", attributes: {} },
  subscriptions: told.map((each) => ({ ...each, confirmed: true })),
});

const alarm = (AlarmName: string, topicArn: string, more: MetricAlarm = {}): MetricAlarm => ({
  ...{ AlarmName, ActionsEnabled: true, AlarmActions: [topicArn], StateValue: "OK" },
  ...more,
});

/** Filters and alarms as the stacks make them. */
export function alarmsOf({
  names,
  arns,
  detectionsByPath,
  topics,
}: Blueprint): Pick<AlarmsFacts, "metricFilters" | "alarms"> {
  const { metric } = detectionsByPath;
  const critical = arns.topic("critical");
  return {
    metricFilters: metric.flatMap(({ id, set, path }) =>
      path.texts.map((pattern, index) => ({
        name: `${names.entry(id)}${index === 0 ? "" : `-${index + 1}`}`,
        logGroup: names.trailLogGroup,
        pattern,
        transformations: [{ metricNamespace: names.metricNamespace(set), metricName: id, metricValue: "1" }],
      })),
    ),
    alarms: [
      ...metric.map(({ id, set, severity, threshold }) =>
        alarm(names.entry(id), arns.topic(severity), {
          ...{ Namespace: names.metricNamespace(set), MetricName: id, Threshold: threshold, Period: 300 },
          ...{ ComparisonOperator: "GreaterThanOrEqualToThreshold", EvaluationPeriods: 1 },
          Statistic: threshold === 1 ? "Maximum" : "Sum",
        }),
      ),
      alarm(names.entry("trail-silence"), critical),
      alarm(`${names.knownEvent}-log-group`, critical),
      alarm(`${names.knownEvent}-rule`, critical),
      ...topics.map(({ name }) => alarm(`${name}-delivery`, critical)),
      alarm(`${names.deadLetters("alarms")}-delivery`, critical),
    ],
  };
}

/** Rules as the stacks make them in the shipped example, by the bus on which they stand. */
export function rulesOn(blueprint: Blueprint, place: string): readonly EventRuleFacts[] {
  const { names, arns, baseline, detectionsByPath } = blueprint;
  const { event, finding } = detectionsByPath;
  const rule = (name: string, pattern: unknown, targets: readonly string[]): EventRuleFacts => ({
    ...{ account: "", region: "", name, bus: "", state: "ENABLED", pattern: pattern as EventRuleFacts["pattern"] },
    targets: targets.map((arn) => ({ arn, deadLetterArn: "arn:aws:sqs:us-east-1:111111111111:dead-letters" })),
  });
  if (place === "alert bus")
    return [...event, ...finding].map(({ id, severity, path }) =>
      rule(names.entry(id), path.pattern, [arns.topic(severity)]),
    );
  if (place === "second channel")
    return secondChannelRules(baseline.alerting.runbooks).map(({ kind, pattern }) =>
      rule(`${names.secondChannel}-${kind}`, pattern, [arns.secondTopic()]),
    );
  // More than stands there hurts no control: each looks for its own.
  return [...event, ...finding].map((detection) =>
    rule(names.forwardRule(detection.id), detection.path.pattern, [
      arns.alertBus(),
      ...(tellsSecondChannel(detection) ? [arns.secondBus()] : []),
    ]),
  );
}

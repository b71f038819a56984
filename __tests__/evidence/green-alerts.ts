import { knownCallFilter, knownCallPattern } from "../../catalogue/alerts/known-event";
import { kindOf, notification, type Notification } from "../../catalogue/alerts/notification";
import { secondChannelRules, tellsSecondChannel } from "../../catalogue/alerts/second-channel";
import type { Blueprint } from "../../config";
import type { AlarmsFacts } from "../../organization/services/alarms";
import type { EventRuleFacts } from "../../organization/services/event-rules";
import type { TopicFacts } from "../../organization/services/topics";

/** An encrypted topic whose subscribers have all confirmed. */
export const topicOf = (
  arn: string,
  name: string,
  told: readonly { readonly protocol: string; readonly endpoint: string }[],
): TopicFacts => ({
  ...{ arn, name, keyArn: "arn:aws:kms:us-east-1:111111111111:key/alerts", attributes: {} },
  subscriptions: told.map((each) => ({ ...each, confirmed: true })),
});

/** Filters as the stacks make them. */
export const filtersOf = ({ names, detectionsByPath, knownCall }: Blueprint): AlarmsFacts["metricFilters"] => [
  ...(knownCall === undefined
    ? []
    : [
        {
          ...{ name: names.knownEvent, logGroup: names.trailLogGroup, pattern: knownCallFilter(knownCall) },
          transformations: [
            { metricNamespace: names.metricNamespace("blinding"), metricName: "known-event-missing", metricValue: "1" },
          ],
        },
      ]),
  ...detectionsByPath.metric.flatMap(({ id, set, path }) =>
    path.texts.map((pattern, index) => ({
      name: `${names.entry(id)}${index === 0 ? "" : `-${index + 1}`}`,
      logGroup: names.trailLogGroup,
      pattern,
      transformations: [{ metricNamespace: names.metricNamespace(set), metricName: id, metricValue: "1" }],
    })),
  ),
];

/** A queue of what is not delivered from a place. */
function deadLettersOf({ accounts, arns, homeRegion, rulePlaces }: Blueprint, of: string): string {
  const onBus = { "alert bus": `management, ${homeRegion}`, "second channel": `security, ${homeRegion}` }[of] ?? of;
  const place = rulePlaces.find(({ account, region }) => `${account}, ${region}` === onBus);
  return place === undefined ? "" : arns.deadLetters(accounts[place.account].id, place.region, place.stack);
}

type Told = Omit<EventRuleFacts["targets"][number], "deadLetterArn">;

const told = (arn: string, { inputPaths, inputTemplate }: Notification): Told => ({
  arn,
  inputTransformer: { InputPathsMap: { ...inputPaths }, InputTemplate: inputTemplate },
});

/** Rules as the stacks make them in the shipped example, by the bus on which they stand. */
export function rulesOn(blueprint: Blueprint, place: string): readonly EventRuleFacts[] {
  const deadLetterArn = deadLettersOf(blueprint, place);
  const { names, arns, baseline, detectionsByPath, knownCall } = blueprint;
  const { event, finding } = detectionsByPath;
  const rule = (name: string, pattern: unknown, targets: readonly Told[]): EventRuleFacts => ({
    ...{ account: "", region: "", name, bus: "", state: "ENABLED", pattern: pattern as EventRuleFacts["pattern"] },
    targets: targets.map((target) => ({ ...target, deadLetterArn })),
  });
  if (place === "alert bus")
    return [...event, ...finding].map((detection) =>
      rule(names.entry(detection.id), detection.path.pattern, [
        told(
          arns.topic(detection.severity),
          notification(detection, kindOf(detection.path), baseline.alerting.runbooks),
        ),
      ]),
    );
  if (place === "second channel")
    return secondChannelRules(baseline.alerting.runbooks).map(({ kind, pattern, message }) =>
      rule(`${names.secondChannel}-${kind}`, pattern, [told(arns.secondTopic(), message)]),
    );
  // More than stands there hurts no control: each looks for its own.
  const roleArn = blueprint.forwarders.find(({ of }) => place.startsWith(of))?.roleArn;
  return [
    ...[...event, ...finding].map((detection) =>
      rule(names.forwardRule(detection.id), detection.path.pattern, [
        { arn: arns.alertBus(), roleArn },
        ...(tellsSecondChannel(detection) ? [{ arn: arns.secondBus(), roleArn }] : []),
      ]),
    ),
    ...(knownCall === undefined
      ? []
      : [rule(knownCall.rule, knownCallPattern(knownCall), [{ arn: arns.alertBus(), roleArn }])]),
  ];
}

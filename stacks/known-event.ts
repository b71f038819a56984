import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import type { TerraformStack } from "cdktf";
import { KNOWN_CALL_RATE, knownCallFilter, knownCallPattern, knownCallTarget } from "../catalogue/alerts/known-event";
import { knownEventMissing } from "../catalogue/detections/known-event-missing";
import type { Blueprint } from "../config";
import { DeliveryAlarm } from "../constructs/alerts/delivery-alarm";
import { EventRule } from "../constructs/alerts/event-rule";
import { KnownCall } from "../constructs/alerts/known-call";
import { literal } from "../constructs/policy-json";
import { sentBy, SilenceAlarm } from "../constructs/alerts/silence-alarm";
import { otherTopic, topicOf, type Topics } from "./alerting";
import type { DeadLetters } from "./dead-letters";
import type { Forwarding } from "./event-alerts";
import type { Providers } from "./providers";

export interface KnownEventProps {
  readonly blueprint: Blueprint;
  readonly providers: Providers;
  readonly topics: Topics;
  /** The bus to which its rule forwards, as every rule here does, and with which role. */
  readonly forwarding: Forwarding;
  readonly deadLetters: DeadLetters;
}

const LATER = "After the first deployment it stands until the first call has come out.";

/**
 * A call every five minutes whose record must come out twice: of the log group, by a filter, and of the default bus, by
 * a rule. The rule is the thing that the call enables, and forwards to the alert bus, where nothing waits for it.
 */
export function expectKnownEvent(scope: TerraformStack, props: KnownEventProps): void {
  const { blueprint, providers, topics, forwarding, deadLetters } = props;
  const { arns, homeRegion, knownCall, listedDetections, names, partition } = blueprint;
  const asked = listedDetections.find(({ id }) => id === knownEventMissing.id);
  if (knownCall === undefined || asked === undefined) return;
  const place = providers.at("management", homeRegion);
  const topicArn = topicOf(asked.severity, topics);
  const { account, rule: ruleName } = knownCall;
  const name = names.knownEvent;

  const rule = new EventRule(scope, "known-event", {
    place,
    name: ruleName,
    description: "The known call, as it arrives: nothing else is forwarded by this rule",
    pattern: knownCallPattern(knownCall),
    deadLetterArn: deadLetters.at("management", homeRegion),
    target: { arn: forwarding.busArn, roleArn: forwarding.roleArn },
  });
  const metric = { namespace: names.metricNamespace(asked.set), name: knownEventMissing.id };
  const filter = new CloudwatchLogMetricFilter(scope, "known-event-filter", {
    ...place,
    name,
    logGroupName: names.trailLogGroup,
    pattern: literal(knownCallFilter(knownCall)),
    metricTransformation: { ...metric, value: "1", defaultValue: "0", unit: "None" },
  });
  new KnownCall(scope, "known-event-call", {
    place,
    global: providers.global("management"),
    account,
    name,
    groupArn: arns.regional("scheduler", account, `schedule-group/${name}`),
    ruleArn: arns.regional("events", account, `rule/${ruleName}`),
    rate: KNOWN_CALL_RATE,
    target: knownCallTarget(partition.id, knownCall),
  });
  new SilenceAlarm(scope, "known-event-log-group", {
    place,
    name: `${name}-log-group`,
    description: `The call that is made every five minutes did not come out of the log group ${names.trailLogGroup} for thirty minutes: nothing is detected on the trail. ${LATER} Run aws cloudtrail get-trail-status.`,
    metric: { namespace: metric.namespace, metricName: filter.metricTransformation.name, unit: "None" },
    topicArn,
  });
  new SilenceAlarm(scope, "known-event-rule", {
    place,
    name: `${name}-rule`,
    description: `The call that is made every five minutes did not reach the rule ${ruleName} for thirty minutes: no event rule sees the calls on the trail. ${LATER} Run aws cloudtrail get-trail-status.`,
    metric: sentBy(rule.name),
    topicArn,
  });
  new DeliveryAlarm(scope, "known-event-delivery", {
    place,
    of: { rule: rule.name },
    topicArn: otherTopic(asked.severity, topics),
  });
}

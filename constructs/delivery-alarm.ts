import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { Place } from "./place";

export interface DeliveryAlarmProps {
  readonly place: Place;
  /** Name of the event rule that is watched. */
  readonly ruleName: string;
  /**
   * Bus of the rule. Metrics of the default bus carry no name of a bus.
   * @default the default bus
   */
  readonly busName?: string;
  /** A topic that the rule does not publish to. */
  readonly topicArn: string;
}

/**
 * Tells that an event rule could not deliver: EventBridge fails quietly, for one where the key or the topic refuses it.
 * Source: EventBridge User Guide, monitoring; the metric is sent only when it is not zero.
 */
export class DeliveryAlarm extends Construct {
  constructor(scope: Construct, id: string, { place, ruleName, busName, topicArn }: DeliveryAlarmProps) {
    super(scope, id);
    new CloudwatchMetricAlarm(this, "alarm", {
      ...place,
      alarmName: `${ruleName}-delivery`,
      alarmDescription: `An alert was not delivered: the event rule ${ruleName} failed to reach its target. Look at the policies of the topic and its key, then read the events since the alarm in CloudTrail's event history.`,
      namespace: "AWS/Events",
      metricName: "FailedInvocations",
      dimensions: { ...(busName === undefined ? {} : { EventBusName: busName }), RuleName: ruleName },
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
    });
  }
}

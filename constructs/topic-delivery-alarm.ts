import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { Place } from "./place";

export interface TopicDeliveryAlarmProps {
  readonly place: Place;
  /** Name of the topic that is watched. */
  readonly topicName: string;
  /** Another topic. */
  readonly topicArn: string;
}

/** Tells that a topic could not deliver to one of its subscribers. Source: SNS Developer Guide, CloudWatch metrics. */
export class TopicDeliveryAlarm extends Construct {
  constructor(scope: Construct, id: string, { place, topicName, topicArn }: TopicDeliveryAlarmProps) {
    super(scope, id);
    new CloudwatchMetricAlarm(this, "alarm", {
      ...place,
      alarmName: `${topicName}-delivery`,
      alarmDescription: `An alert was not delivered: the topic ${topicName} failed to reach a subscriber. Look at its subscriptions and their endpoints, then read the alarm history since then.`,
      namespace: "AWS/SNS",
      metricName: "NumberOfNotificationsFailed",
      dimensions: { TopicName: topicName },
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

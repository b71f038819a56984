import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { Place } from "../place";

export interface SilenceAlarmProps {
  readonly place: Place;
  readonly name: string;
  readonly description: string;
  /** What is counted and must never be nothing. */
  readonly metric: Pick<CloudwatchMetricAlarmConfig, "namespace" | "metricName" | "dimensions" | "unit">;
  readonly topicArn: string;
}

/** The metric of what arrives in a log group. Source: CloudWatch Logs User Guide, monitoring with CloudWatch metrics. */
export const eventsIn = (logGroupName: string): SilenceAlarmProps["metric"] => ({
  namespace: "AWS/Logs",
  metricName: "IncomingLogEvents",
  dimensions: { LogGroupName: logGroupName },
});

/**
 * The metric of what a rule on the default bus sends to its targets, which is there only while it sends.
 * Source: EventBridge User Guide, monitoring: Invocations.
 */
export const sentBy = (rule: string): SilenceAlarmProps["metric"] => ({
  namespace: "AWS/Events",
  metricName: "Invocations",
  dimensions: { RuleName: rule },
});

/** Tells that nothing came for twice fifteen minutes. What does not report is silent, so missing data raise it too. */
export class SilenceAlarm extends Construct {
  constructor(scope: Construct, id: string, { place, name, description, metric, topicArn }: SilenceAlarmProps) {
    super(scope, id);
    new CloudwatchMetricAlarm(this, "alarm", {
      ...place,
      alarmName: name,
      alarmDescription: description,
      ...metric,
      statistic: "Sum",
      period: 900,
      evaluationPeriods: 2,
      threshold: 1,
      comparisonOperator: "LessThanThreshold",
      treatMissingData: "breaching",
      alarmActions: [topicArn],
    });
  }
}

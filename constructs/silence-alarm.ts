import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { Place } from "./place";

export interface SilenceAlarmProps {
  readonly place: Place;
  readonly name: string;
  readonly logGroupName: string;
  readonly topicArn: string;
}

/**
 * Tells that no event reached a log group for twice fifteen minutes. What does not report is silent, so missing data
 * raise it too. Source of the metric: CloudWatch Logs User Guide, monitoring usage with CloudWatch metrics.
 */
export class SilenceAlarm extends Construct {
  constructor(scope: Construct, id: string, { place, name, logGroupName, topicArn }: SilenceAlarmProps) {
    super(scope, id);
    new CloudwatchMetricAlarm(this, "alarm", {
      ...place,
      alarmName: name,
      alarmDescription: `No event reached the log group ${logGroupName} for thirty minutes: nothing is detected on the trail. After the first deployment it stands until the first events come. Run aws cloudtrail get-trail-status.`,
      namespace: "AWS/Logs",
      metricName: "IncomingLogEvents",
      dimensions: { LogGroupName: logGroupName },
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

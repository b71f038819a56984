import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { Place } from "./place";
import { literal } from "./policy-json";

export interface MetricAlarmProps {
  readonly place: Place;
  readonly name: string;
  readonly description: string;
  readonly logGroupName: string;
  /** Filter pattern, as CloudWatch Logs reads it. */
  readonly pattern: string;
  readonly metricName: string;
  readonly topicArn: string;
}

/** The namespace of Security Hub's and CIS's own remediation steps. */
const NAMESPACE = "LogMetrics";

/** A metric filter on the trail's log group and the alarm on its count: one matching event in five minutes is enough. */
export class MetricAlarm extends Construct {
  constructor(scope: Construct, id: string, props: MetricAlarmProps) {
    super(scope, id);
    const { place, name, description, logGroupName, pattern, metricName, topicArn } = props;
    const filter = new CloudwatchLogMetricFilter(this, "filter", {
      ...place,
      name,
      logGroupName,
      pattern: literal(pattern),
      metricTransformation: { namespace: NAMESPACE, name: metricName, value: "1", defaultValue: "0" },
    });
    new CloudwatchMetricAlarm(this, "alarm", {
      ...place,
      alarmName: name,
      alarmDescription: literal(description),
      namespace: NAMESPACE,
      metricName: filter.metricTransformation.name,
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

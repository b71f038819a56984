import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { CloudwatchQueryDefinition } from "@cdktf/provider-aws/lib/cloudwatch-query-definition";
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
  /** Matching events in five minutes that raise the alarm. */
  readonly threshold: number;
  /** The saved query that shows the events: its name, and its text as Logs Insights reads it. */
  readonly query: { readonly name: string; readonly text: string };
  readonly topicArn: string;
}

/** The namespace of Security Hub's and CIS's own remediation steps. */
const NAMESPACE = "LogMetrics";

/** A metric filter on the trail's log group, the alarm on its count, and the query that shows what was counted. */
export class MetricAlarm extends Construct {
  constructor(scope: Construct, id: string, props: MetricAlarmProps) {
    super(scope, id);
    const { place, name, description, logGroupName, pattern, metricName, threshold, query, topicArn } = props;
    const filter = new CloudwatchLogMetricFilter(this, "filter", {
      ...place,
      name,
      logGroupName,
      pattern: literal(pattern),
      // A default value and no dimensions: AWS refuses both together.
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
      threshold,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
    });
    new CloudwatchQueryDefinition(this, "query", {
      ...place,
      name: query.name,
      logGroupNames: [logGroupName],
      queryString: literal(query.text),
    });
  }
}

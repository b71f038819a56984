import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { CloudwatchQueryDefinition } from "@cdktf/provider-aws/lib/cloudwatch-query-definition";
import { Construct } from "constructs";
import type { Place } from "../place";
import { literal } from "../policy-json";

export interface MetricAlarmProps {
  readonly place: Place;
  readonly name: string;
  readonly description: string;
  readonly logGroupName: string;
  /** Filter patterns, as CloudWatch Logs reads them: as many as it takes. They count into one metric. */
  readonly patterns: readonly string[];
  readonly metric: { readonly namespace: string; readonly name: string };
  /** Matching events in five minutes that raise the alarm. */
  readonly threshold: number;
  /** The saved query that shows the events: its name, and its text as Logs Insights reads it. */
  readonly query: { readonly name: string; readonly text: string };
  readonly topicArn: string;
}

/** Our filters count without a unit, and the alarm reads what has none: data in another unit never meet it. */
const UNIT = "None";

/**
 * Metric filters on the trail's log group, the alarm on their count, and the query that shows what was counted.
 *
 * Whoever may write metric data may write a negative number (CloudWatch API, MetricDatum), and would lower a sum. So an
 * alarm on one event reads the greatest datum, which none can lower; an alarm on more events needs the sum, and has
 * another beside it that tells of a negative number.
 */
export class MetricAlarm extends Construct {
  constructor(scope: Construct, id: string, props: MetricAlarmProps) {
    super(scope, id);
    const { place, name, description, logGroupName, patterns, metric, threshold, query, topicArn } = props;
    const [filter] = patterns.map(
      (pattern, index) =>
        new CloudwatchLogMetricFilter(this, index === 0 ? "filter" : `filter-${index + 1}`, {
          ...place,
          name: index === 0 ? name : `${name}-${index + 1}`,
          logGroupName,
          pattern: literal(pattern),
          // A default value and no dimensions: AWS refuses both together.
          metricTransformation: { ...metric, value: "1", defaultValue: "0", unit: UNIT },
        }),
    );
    const alarm = (
      part: string,
      config: Pick<
        CloudwatchMetricAlarmConfig,
        "alarmName" | "alarmDescription" | "statistic" | "comparisonOperator" | "threshold"
      >,
    ) =>
      new CloudwatchMetricAlarm(this, part, {
        ...place,
        namespace: metric.namespace,
        metricName: filter?.metricTransformation.name,
        unit: UNIT,
        period: 300,
        evaluationPeriods: 1,
        treatMissingData: "notBreaching",
        alarmActions: [topicArn],
        ...config,
      });
    alarm("alarm", {
      alarmName: name,
      alarmDescription: literal(description),
      statistic: threshold === 1 ? "Maximum" : "Sum",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold,
    });
    if (threshold > 1)
      alarm("lowered", {
        alarmName: `${name}-lowered`,
        alarmDescription: literal(
          `A negative number was written to the metric of ${name}: no filter does that. Somebody wants its alarm to stay quiet. Run the saved query ${query.name}.`,
        ),
        statistic: "Minimum",
        comparisonOperator: "LessThanThreshold",
        threshold: 0,
      });
    new CloudwatchQueryDefinition(this, "query", {
      ...place,
      name: query.name,
      logGroupNames: [logGroupName],
      queryString: literal(query.text),
    });
  }
}

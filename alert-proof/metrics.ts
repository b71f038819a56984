import { type CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";

/** Metrics of EventBridge and SNS come by the minute. */
const MINUTE_MS = 60_000;

/** A metric of a service. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** The sum of a metric from the minute of a moment on. What was never counted is nothing. */
export async function sumSince(client: CloudWatchClient, metric: Metric, since: Date): Promise<number> {
  const { Datapoints = [] } = await client.send(
    new GetMetricStatisticsCommand({
      Namespace: metric.namespace,
      MetricName: metric.name,
      Dimensions: Object.entries(metric.dimensions).map(([Name, Value]) => ({ Name, Value })),
      StartTime: new Date(Math.floor(since.getTime() / MINUTE_MS) * MINUTE_MS),
      EndTime: new Date(Date.now() + MINUTE_MS),
      Period: 60,
      Statistics: ["Sum"],
    }),
  );
  return Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
}

import { type CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";

/** A metric of a service. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** From one moment to another, in periods of so many seconds. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  readonly period: number;
}

/** The sum of a metric in each period of which CloudWatch has data. */
export async function metricSums(
  client: CloudWatchClient,
  { namespace, name, dimensions }: Metric,
  { from, to, period }: Span,
): Promise<readonly number[]> {
  const { Datapoints = [] } = await client.send(
    new GetMetricStatisticsCommand({
      Namespace: namespace,
      MetricName: name,
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      StartTime: from,
      EndTime: to,
      Period: period,
      Statistics: ["Sum"],
    }),
  );
  return Datapoints.map(({ Sum = 0 }) => Sum);
}

export const totalOf = (sums: readonly number[]): number => sums.reduce((total, each) => total + each, 0);

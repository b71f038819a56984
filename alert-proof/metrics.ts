import type { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { metricSums, totalOf, type Metric } from "../organization/services/metric-sums";

/** Metrics of EventBridge and SNS come by the minute. */
const MINUTE_MS = 60_000;

/** The sum of a metric from the minute of a moment on. What was never counted is nothing. */
export async function sumSince(client: CloudWatchClient, metric: Metric, since: Date): Promise<number> {
  const from = new Date(Math.floor(since.getTime() / MINUTE_MS) * MINUTE_MS);
  return totalOf(await metricSums(client, metric, { from, to: new Date(Date.now() + MINUTE_MS), period: 60 }));
}

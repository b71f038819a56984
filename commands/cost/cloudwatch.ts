import { blocks, type Resource, type Resources } from "./resources";
import { months, some, type Ask, type Item } from "./item";

/** An alarm costs for each metric that it reads. Source: Amazon CloudWatch pricing, alarms. */
const metricsRead = (alarm: Resource): number =>
  Math.max(1, blocks(alarm, "metric_query").filter((query) => blocks(query, "metric").length > 0).length);

/** Source: Amazon CloudWatch User Guide, high-resolution alarms: 10, 20 or 30 seconds. */
const isHighResolution = ({ period }: Resource): boolean => typeof period === "number" && period < 60;

const alarmMetrics = (resources: Resources, isWanted: (alarm: Resource) => boolean) =>
  some(
    resources
      .all("aws_cloudwatch_metric_alarm")
      .filter(isWanted)
      .reduce((sum, alarm) => sum + metricsRead(alarm), 0),
  );

const metricNames = (resources: Resources): ReadonlySet<string> =>
  new Set(
    resources
      .all("aws_cloudwatch_log_metric_filter")
      .flatMap((filter) => blocks(filter, "metric_transformation"))
      .map(({ namespace, name }) => JSON.stringify([namespace, name])),
  );

/** GB that the trail writes in a month, before it is compressed. */
export const recordedGb = (ask: Ask): number =>
  (((ask("management-events") ?? 0) + (ask("data-events") ?? 0)) * (ask("event-bytes") ?? 0)) / 1e9;

/** Share of a log's size at which it is stored. Source: Amazon CloudWatch pricing, examples (gzip level 6). */
const STORED_SHARE = 0.15;

function storedLogs(resources: Resources, ask: Ask): number | undefined {
  const days = resources.all("aws_cloudwatch_log_group").map(({ retention_in_days: days }) => days);
  return some(days.length) && recordedGb(ask) * STORED_SHARE * months(Math.max(...days.map(Number)));
}

/** Alarms, metrics and log groups. */
export const CLOUDWATCH: readonly Item[] = [
  {
    service: "CloudWatch",
    says: "alarms",
    price: "alarm",
    types: ["aws_cloudwatch_metric_alarm"],
    quantity: (resources) => alarmMetrics(resources, (alarm) => !isHighResolution(alarm)),
  },
  {
    service: "CloudWatch",
    says: "high-resolution alarms",
    price: "highResolutionAlarm",
    types: ["aws_cloudwatch_metric_alarm"],
    quantity: (resources) => alarmMetrics(resources, isHighResolution),
  },
  {
    service: "CloudWatch",
    says: "filter metrics",
    price: "metric",
    types: ["aws_cloudwatch_log_metric_filter"],
    quantity: (resources) => some(metricNames(resources).size),
  },
  {
    service: "CloudWatch",
    says: "logs taken in",
    price: "logIngestion",
    types: ["aws_cloudwatch_log_group"],
    quantity: (resources, ask) => some(resources.all("aws_cloudwatch_log_group").length) && recordedGb(ask),
  },
  {
    service: "CloudWatch",
    says: "logs kept",
    price: "logStorage",
    types: ["aws_cloudwatch_log_group"],
    quantity: storedLogs,
  },
];

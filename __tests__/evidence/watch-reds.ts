import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { withPart, type Red } from "./red";

const SILENCE = ["trail-silence", "known-event-log-group", "known-event-rule"].map((name) => `org-baseline-${name}`);

const alarm = (name: string, change: MetricAlarm) =>
  withPart("alarms", "alarms", (all) => all.map((each) => (each.AlarmName === name ? { ...each, ...change } : each)));

/** One change to an alarm on silence, after which it is raised by something else, or never. */
const CHANGES: readonly (readonly [what: string, change: MetricAlarm, says: string])[] = [
  ["metric", { MetricName: "IncomingBytes" }, "its metric is .*/IncomingBytes, not .*"],
  ["namespace", { Namespace: "Elsewhere" }, "its metric is Elsewhere/.*, not .*"],
  ["formula in place of a metric", { Namespace: undefined, MetricName: undefined, Metrics: [] }, "its metric is .*"],
  ["dimension", { Dimensions: [{ Name: "LogGroupName", Value: "/aws/lambda/chatty" }] }, "its set of dimensions is .*"],
  ["unit", { Unit: "Seconds" }, "its unit is Seconds, not none|its unit is Seconds, not None"],
  ["statistic", { Statistic: "SampleCount" }, "its statistic is SampleCount, not Sum"],
  ["percentile", { Statistic: undefined, ExtendedStatistic: "p99" }, "its statistic is p99, not Sum"],
  ["period", { Period: 86_400 }, "its period is 86400, not 900"],
  ["number of periods", { EvaluationPeriods: 96 }, "its number of periods is 96, not 2; .* must breach is 96, not 2"],
  ["number that must breach", { DatapointsToAlarm: 1 }, "its number of periods that must breach is 1, not 2"],
  ["threshold", { Threshold: -1 }, "its threshold is -1, not 1"],
  [
    "comparison",
    { ComparisonOperator: "GreaterThanThreshold" },
    "its comparison is GreaterThanThreshold, not LessThan.*",
  ],
  [
    "missing data",
    { TreatMissingData: "notBreaching" },
    "its treatment of missing data is notBreaching, not breaching",
  ],
  [
    "missing data, left to CloudWatch",
    { TreatMissingData: undefined },
    "its treatment of missing data is missing, not .*",
  ],
];

export const WATCH_REDS: readonly Red[] = SILENCE.flatMap((name) =>
  CHANGES.map(([what, change, says]): Red => [
    `${name} has another ${what}`,
    alarm(name, change),
    RegExp(`^${name}: (${says})$`),
  ]),
);

import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";

type Scalar =
  | "Namespace"
  | "MetricName"
  | "Unit"
  | "Statistic"
  | "Period"
  | "EvaluationPeriods"
  | "ComparisonOperator"
  | "Threshold"
  | "TreatMissingData";

/** What an alarm reads and what raises it, by the names of CloudWatch's DescribeAlarms. */
export interface Watch extends Readonly<Pick<MetricAlarm, Scalar>> {
  /** Name and value. Data of the same metric with more dimensions, or fewer, are those of another metric. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Metric, dimensions and unit. */
type Metric = Pick<Watch, "Namespace" | "MetricName" | "dimensions" | "Unit">;

/** Raised by so many in five minutes, and by nothing where nothing is reported. */
export const raisedBy = (metric: Metric, Threshold: number, Statistic: "Maximum" | "Sum" = "Sum"): Watch => ({
  ...metric,
  ...{ Statistic, Period: 300, EvaluationPeriods: 1, Threshold, TreatMissingData: "notBreaching" },
  ComparisonOperator: "GreaterThanOrEqualToThreshold",
});

/** Raised by a number below zero, which no filter writes. */
export const raisedBelowZero = (metric: Metric): Watch => ({
  ...metric,
  ...{ Statistic: "Minimum", Period: 300, EvaluationPeriods: 1, Threshold: 0, TreatMissingData: "notBreaching" },
  ComparisonOperator: "LessThanThreshold",
});

/** Raised where nothing came for twice fifteen minutes, and where nothing is reported. */
export const raisedBySilence = (metric: Metric): Watch => ({
  ...metric,
  ...{ Statistic: "Sum", Period: 900, EvaluationPeriods: 2, Threshold: 1, TreatMissingData: "breaching" },
  ComparisonOperator: "LessThanThreshold",
});

/** What CloudWatch does where nothing else is said. Source: CloudWatch API Reference, PutMetricAlarm. */
const missing = ({ TreatMissingData = "missing" }: MetricAlarm): string => TreatMissingData;

/** Of how many periods so many must breach: all of them where nothing else is said. Source: as above. */
const breaching = ({ DatapointsToAlarm, EvaluationPeriods }: MetricAlarm): number | undefined =>
  DatapointsToAlarm ?? EvaluationPeriods;

const dimensionsOf = ({ Dimensions = [] }: MetricAlarm): readonly string[] =>
  Dimensions.map(({ Name = "", Value = "" }) => `${Name}=${Value}`).sort();

/** Each thing that decides what raises an alarm: what it is called, what it is, what it must be. */
const compared = (live: MetricAlarm, { dimensions, ...wanted }: Watch) =>
  [
    ["metric", `${live.Namespace}/${live.MetricName}`, `${wanted.Namespace}/${wanted.MetricName}`],
    [
      "set of dimensions",
      dimensionsOf(live).join(", "),
      dimensionsOf({ Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })) }).join(", "),
    ],
    ["unit", live.Unit, wanted.Unit],
    ["statistic", live.ExtendedStatistic ?? live.Statistic, wanted.Statistic],
    ["period", live.Period, wanted.Period],
    ["number of periods", live.EvaluationPeriods, wanted.EvaluationPeriods],
    ["number of periods that must breach", breaching(live), wanted.EvaluationPeriods],
    ["comparison", live.ComparisonOperator, wanted.ComparisonOperator],
    ["threshold", live.Threshold, wanted.Threshold],
    ["treatment of missing data", missing(live), wanted.TreatMissingData],
  ] as const;

const shown = (value: string | number | undefined): string | number =>
  value === undefined || value === "" ? "none" : value;

/** What of an alarm is not as it must be, in words; undefined where it would be raised as it should. */
export function watchProblem(live: MetricAlarm, watch: Watch): string | undefined {
  const wrong = compared(live, watch).filter(([, is, must]) => is !== must);
  return wrong.length === 0
    ? undefined
    : wrong.map(([what, is, must]) => `its ${what} is ${shown(is)}, not ${shown(must)}`).join("; ");
}

import { isNothing, type Thing } from "../../model/thing";
import { mustBeSame, mustNotGrow, mustNotShrink, mustStay, mustStayOn } from "./orders";
import { settingRule, type Setting } from "./setting";

const type = "aws_cloudwatch_metric_alarm";

/** Whether a lower number sounds it: then the order turns round. */
const below = (operator: unknown): boolean => String(operator).startsWith("LessThan");

/** The threshold of an alarm that sounds above it, or of one that sounds below. */
const threshold =
  (isBelow: boolean) =>
  ({ values }: Thing): unknown =>
    below(values["comparison_operator"]) === isBelow ? Number(values["threshold"] ?? 0) : undefined;

/** Data points that must be bad. Without a number, all of them (CloudWatch API, PutMetricAlarm). */
const badPoints = ({ values }: Thing): unknown =>
  Number(values["datapoints_to_alarm"] ?? values["evaluation_periods"] ?? 1);

/** The time over which an alarm adds up, where one event is not enough for it. */
const addedUp = ({ values }: Thing): unknown =>
  ["Sum", "SampleCount"].includes(String(values["statistic"])) &&
  !below(values["comparison_operator"]) &&
  Number(values["threshold"] ?? 0) > 1
    ? Number(values["period"] ?? 0)
    : undefined;

const measured: readonly Setting[] = ["metric_name", "namespace", "statistic", "comparison_operator"].map((value) => ({
  type,
  value,
  weaker: mustStay,
  says: `the alarm watches something else: ${value} {}`,
}));

export const alarmSettings = settingRule({
  id: "alarm-settings",
  severity: "high",
  fires: "an alarm tells nobody, sounds later or watches something else",
  matters: "an alarm that stays quiet looks just like a quiet organization",
  settings: [
    {
      type,
      value: ({ values }) => values["actions_enabled"] ?? true,
      weaker: mustStayOn,
      says: "the alarm's actions are switched off",
      severity: "critical",
    },
    { type, value: threshold(false), weaker: mustNotGrow, says: "the alarm's threshold: {}" },
    { type, value: threshold(true), weaker: mustNotShrink(), says: "the alarm's threshold: {}" },
    {
      type,
      value: ({ values }) => Number(values["evaluation_periods"] ?? 1) * Number(values["period"] ?? 0),
      weaker: mustNotGrow,
      says: "the alarm looks at a longer time: {} seconds",
      severity: "medium",
    },
    { type, value: badPoints, weaker: mustNotGrow, says: "data points to alarm: {}", severity: "medium" },
    {
      type,
      value: addedUp,
      weaker: (before, after) => !isNothing(before) && !isNothing(after) && mustNotShrink()(before, after) !== false,
      says: "the alarm adds up over a shorter time: {} seconds",
    },
    {
      type,
      value: ({ values }) => values["treat_missing_data"] ?? "missing",
      weaker: (before, after) => before === "breaching" && after !== "breaching",
      says: "the alarm no longer sounds when nothing arrives: {}",
    },
    {
      type,
      value: ({ values }) => values["treat_missing_data"] ?? "missing",
      // It keeps its state where nothing arrives (CloudWatch User Guide, how alarms treat missing data).
      weaker: (before, after) => before !== "breaching" && before !== "ignore" && after === "ignore",
      says: "once it has sounded, the alarm never comes back to sound again: missing data {}",
    },
    {
      type,
      value: "insufficient_data_actions",
      weaker: mustStay,
      says: "whom the alarm tells where nothing arrives is another: {}",
      severity: "medium",
    },
    {
      type,
      value: "dimensions",
      // Without dimensions it is another metric than with them.
      weaker: mustBeSame,
      says: "the alarm watches something else: dimensions {}",
    },
    ...measured,
  ],
});

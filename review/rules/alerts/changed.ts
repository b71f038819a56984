import { canonical, type Change } from "../../model/thing";
import { SAYS_NOTHING } from "../judged-attributes";
import type { ReviewInput } from "../../model/review-input";

/** What alerts are made of. */
const TYPES: ReadonlySet<string> = new Set([
  "aws_cloudtrail",
  "aws_cloudwatch_log_metric_filter",
  "aws_cloudwatch_metric_alarm",
  "aws_cloudwatch_event_rule",
  "aws_cloudwatch_event_target",
  "aws_cloudwatch_event_bus",
  "aws_sns_topic",
  "aws_sns_topic_subscription",
]);

function saysSomething({ action, before, after }: Change): boolean {
  if (action !== "update") return action !== "nothing";
  const keys = new Set([...Object.keys(before?.values ?? {}), ...Object.keys(after?.values ?? {})]);
  return [...keys].some(
    (key) => !SAYS_NOTHING.has(key) && canonical(before?.values[key]) !== canonical(after?.values[key]),
  );
}

/** Whether something changes of which alerts are made: then it is worth asking who hears of what. */
export const alertsChange = ({ changes }: ReviewInput): boolean =>
  changes.some((change) => TYPES.has(change.type) && saysSomething(change));

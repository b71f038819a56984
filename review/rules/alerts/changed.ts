import { changedAttributes } from "../../model/changed-attributes";
import type { Change } from "../../model/thing";
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

const saysSomething = (change: Change): boolean =>
  change.action === "update"
    ? changedAttributes(change).some((key) => !SAYS_NOTHING.has(key))
    : change.action !== "nothing";

/** Whether something changes of which alerts are made: then it is worth asking who hears of what. */
export const alertsChange = ({ changes }: ReviewInput): boolean =>
  changes.some((change) => TYPES.has(change.type) && saysSomething(change));

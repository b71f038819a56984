import { afterOf } from "../../model/same-thing";
import type { ReviewInput } from "../../model/review-input";
import { at, canonical, isNothing, type Change, type Thing } from "../../model/thing";
import type { Found, ReviewRule } from "../rule";
import { nameOf, placeOf } from "../words";

const TARGET = "aws_cloudwatch_event_target";
const QUEUE = "aws_sqs_queue";

/** The queue that a target names, as its plan or its template writes it. */
const queueArn = ({ values }: Thing): unknown => at(values, "dead_letter_config.arn");

/** Whether both sides name the same queue, whatever its address, its name or its ARN is by now. */
function isKept(was: unknown, is: unknown, [before, after]: readonly [Thing, Thing], input: ReviewInput): boolean {
  if (canonical(was) === canonical(is)) return true;
  const old = input.before.named(QUEUE, was, before);
  const change = old && input.changes.find((each) => each.before === old);
  const next = change && afterOf(change, input);
  return next !== undefined && next === input.after.named(QUEUE, is, after);
}

function found(change: Change, input: ReviewInput): readonly Found[] {
  const { before, after } = change;
  // One that goes with its rule, or stands under another address, is told of there.
  const next = after ?? afterOf(change, input);
  if (before === undefined || next === undefined) return [];
  const [was, is] = [queueArn(before), queueArn(next)];
  if (isNothing(was) || isKept(was, is, [before, next], input)) return [];
  const target = `a target of the event rule \`${ruleOf(next, input)}\``;
  return isNothing(is)
    ? [{ place: placeOf(next), words: `${target} no longer has a queue for what it does not take: that is dropped` }]
    : [
        {
          severity: "medium",
          place: placeOf(next),
          exactly: { was, is },
          words: `what ${target} does not take goes to another queue, which this review does not compare`,
        },
      ];
}

function ruleOf(target: Thing, { after }: ReviewInput): string {
  const { rule } = target.values;
  const named = after.named("aws_cloudwatch_event_rule", rule, target);
  return named === undefined ? nameOf(target) : nameOf(named);
}

export const deadLetterTarget: ReviewRule = {
  id: "dead-letter-target",
  severity: "high",
  fires: "a target of an event rule loses its dead-letter queue, or names another one",
  matters: "EventBridge drops what the target does not take: nobody can read later what an alert was about",
  find: (input) => input.changes.filter(({ type }) => type === TARGET).flatMap((change) => found(change, input)),
};

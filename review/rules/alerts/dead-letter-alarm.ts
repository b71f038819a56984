import { afterOf } from "../../model/same-thing";
import type { ReviewInput } from "../../model/review-input";
import { at, type Change, type Thing } from "../../model/thing";
import type { World } from "../../model/world";
import { hearersOf } from "../../paths/hearers";
import type { ReviewRule } from "../rule";
import { nameOf, placeOf } from "../words";

const ALARM = "aws_cloudwatch_metric_alarm";
const QUEUE = "aws_sqs_queue";

/** The queue that an alarm watches: of its account and Region, as metrics are. */
function watched(alarm: Thing | undefined, world: World): Thing | undefined {
  if (alarm?.values["namespace"] !== "AWS/SQS") return undefined;
  const queue = world.named(QUEUE, at(alarm.values["dimensions"], "QueueName"), alarm);
  return queue?.account === alarm.account && queue?.region === alarm.region ? queue : undefined;
}

/** One that tells topics is told of by `alert-route`. Where none is in reach, its state is an event that a rule awaits. */
const tellsByItsState = (alarm: Thing, { before }: ReviewInput): boolean => {
  const hearers = hearersOf(before);
  return hearers.topicsOfAlarm(alarm).length + hearers.otherActionsOf(alarm).length === 0;
};

function lost(change: Change, input: ReviewInput): readonly Thing[] {
  const { before: alarm } = change;
  const queue = watched(alarm, input.before);
  if (alarm === undefined || queue === undefined || afterOf(change, input) !== undefined) return [];
  const stays = input.changes.some((each) => each.before === queue && afterOf(each, input) !== undefined);
  return stays && tellsByItsState(alarm, input) ? [alarm] : [];
}

export const deadLetterAlarm: ReviewRule = {
  id: "dead-letter-alarm",
  severity: "high",
  fires: "a queue stays, and the alarm without actions that watched it is gone: an event rule waits for its state",
  matters: "what is not delivered from that Region still lands in the queue, and nobody looks there",
  find: (input) =>
    input.changes
      .filter(({ type }) => type === ALARM)
      .flatMap((change) => lost(change, input))
      .map((alarm) => ({
        place: placeOf(alarm),
        words: `\`${nameOf(alarm)}\` (${alarm.region ?? "no Region"}): the alarm on a dead-letter queue is removed`,
      })),
};

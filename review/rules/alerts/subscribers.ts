import { afterOf } from "../../model/same-thing";
import type { ReviewInput } from "../../model/review-input";
import { canonical, type Change, type Thing } from "../../model/thing";
import type { World } from "../../model/world";
import { hearersOf } from "../../paths/hearers";
import { alertsChange } from "./changed";
import type { Found, ReviewRule } from "../rule";
import { nameInArn, nameOf, placeOf, ticked } from "../words";

interface Audience {
  readonly topic: Thing;
  readonly lost: readonly Thing[];
  readonly left: number;
  readonly come: number;
  /** Whom it told and whom it tells, in full. */
  readonly exactly: unknown;
}

/** Topics that lose subscribers. A subscriber is whom it reaches, whatever the address of the subscription. */
function audiences(input: ReviewInput): readonly Audience[] {
  const [before, after] = [hearersOf(input.before), hearersOf(input.after)];
  const byAddress = new Map(input.changes.map((change) => [change.before, change]));
  return input.before.of("aws_sns_topic").flatMap((topic) => {
    const change: Change | undefined = byAddress.get(topic);
    const next = change === undefined ? undefined : afterOf(change, input);
    const [was, is] = [before.subscribersOf(topic), next === undefined ? [] : after.subscribersOf(next)];
    const lost = before.subscriptionsOf(topic).filter((_, index) => !is.includes(was[index] ?? ""));
    return lost.length === 0
      ? []
      : [{ topic, lost, left: is.length, come: is.filter((each) => !was.includes(each)).length, exactly: { was, is } }];
  });
}

/** Everything that tells a topic, by its name. */
function tellersOf(input: ReviewInput, topic: Thing): readonly string[] {
  const hearers = hearersOf(input.before);
  const { before } = input;
  return [
    ...before.of("aws_cloudwatch_metric_alarm").filter((alarm) => hearers.topicsOfAlarm(alarm).includes(topic)),
    ...before
      .of("aws_cloudwatch_event_rule")
      .filter((rule) =>
        hearers.targetsOf(rule).some((target) => hearers.topic(target.values["arn"], target) === topic),
      ),
  ].map(nameOf);
}

const counted = (count: number): string => (count === 1 ? "one subscriber" : `${count} subscribers`);

function found(input: ReviewInput, { topic, lost, left, come, exactly }: Audience): Found {
  const base = { place: `${topic.stack}: ${topic.address}`, exactly };
  const tellers = tellersOf(input, topic);
  const protocols = [...new Set(lost.map(({ values }) => String(values["protocol"])))].sort().join(", ");
  const silent = tellers.length === 0 ? "" : `: ${ticked(tellers, 5)} tell nobody any longer`;
  if (left === 0)
    return {
      severity: "critical",
      ...base,
      words: `the topic \`${nameOf(topic)}\` loses its last subscriber${silent}`,
    };
  return come > 0
    ? {
        ...base,
        words: `the topic \`${nameOf(topic)}\` tells ${counted(come)} in place of ${counted(lost.length)} (${protocols})`,
      }
    : { ...base, words: `the topic \`${nameOf(topic)}\` loses ${counted(lost.length)} (${protocols}); ${left} left` };
}

/** Subscriptions to topics that no reviewed stack holds, on one side. */
const elsewhere = (world: World): readonly Thing[] =>
  world
    .of("aws_sns_topic_subscription")
    .filter((each) => hearersOf(world).topic(each.values["topic_arn"], each) === undefined);

/** Whom it tells, and of which topic. */
const told = ({ values }: Thing): string => canonical([values["topic_arn"], values["protocol"], values["endpoint"]]);

/** Somebody who was told by a topic that no reviewed stack holds, and no longer is. */
function lostElsewhere({ before, after }: ReviewInput): readonly Found[] {
  const now = new Set(after.of("aws_sns_topic_subscription").map(told));
  return elsewhere(before)
    .filter((each) => !now.has(told(each)))
    .map((each) => ({
      place: placeOf(each),
      exactly: told(each),
      words: `a topic that no reviewed stack holds, \`${nameInArn(each.values["topic_arn"])}\`, loses one subscriber (${String(each.values["protocol"])}): how many are left is not known`,
    }));
}

export const subscribers: ReviewRule = {
  id: "subscribers",
  severity: "medium",
  fires: "somebody who was told by a topic no longer is",
  matters: "an alert that reaches the wrong mailbox, or none, is as good as no alert",
  find: (input) =>
    alertsChange(input) ? [...audiences(input).map((audience) => found(input, audience)), ...lostElsewhere(input)] : [],
};

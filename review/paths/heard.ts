import type { Event } from "../../catalogue/detection";
import type { Thing } from "../model/thing";
import type { KnownEvent } from "./events";
import type { Hearers } from "./hearers";
import { firesOn } from "./matches";

const hasSubscriber = (hearers: Hearers, topic: Thing): boolean => hearers.subscribersOf(topic).length > 0;

/** Whether one of the rules sends the event to a topic with a subscriber, over the buses between. */
function sent(hearers: Hearers, rules: readonly Thing[], event: Event, seen: readonly Thing[]): boolean {
  return rules.some(
    (rule) =>
      firesOn(rule, event) &&
      hearers.targetsOf(rule).some((target) => {
        const { arn } = target.values;
        const topic = hearers.topic(arn, target);
        if (topic !== undefined) return hasSubscriber(hearers, topic);
        const bus = hearers.bus(arn, target);
        return bus !== undefined && !seen.includes(bus) && sent(hearers, hearers.rulesOn(bus), event, [...seen, bus]);
      }),
  );
}

/** Whether anybody hears of an event: by a filter and its alarm, or by a rule wherever it stands. */
export function isHeard(hearers: Hearers, { record, envelope }: KnownEvent): boolean {
  const { world } = hearers;
  const byAlarm =
    record !== undefined &&
    world
      .of("aws_cloudwatch_log_metric_filter")
      .some(
        (filter) =>
          firesOn(filter, record) &&
          hearers
            .alarmsOf(filter)
            .some((alarm) => hearers.topicsOfAlarm(alarm).some((topic) => hasSubscriber(hearers, topic))),
      );
  const onDefaultBus = () =>
    world.of("aws_cloudwatch_event_rule").filter((rule) => hearers.busName(rule) === "default");
  return byAlarm || sent(hearers, onDefaultBus(), envelope, []);
}

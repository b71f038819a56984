import type { PlaceQueues } from "../../organization/deliveries";
import { isUnread } from "../../organization/clients/reading";
import type { QueueFacts } from "../../organization/services/queues";
import { plural } from "../output/plural";
import { line, read } from "./lines";

const LABEL = "not delivered";

const loud = (place: string, queues: readonly QueueFacts[]): readonly string[] =>
  queues.length === 0
    ? [line(LABEL, `${place}: NO QUEUE KEEPS IT`)]
    : queues
        .filter(({ waiting }) => waiting !== 0)
        .map(({ name, waiting }) => line(LABEL, `${name} in ${place}: ABOUT ${waiting} WAIT TO BE READ`));

/** What event rules could not deliver: empty queues as one number; each with messages, or missing, stands alone. */
export function showDeadLetters(places: readonly PlaceQueues[]): readonly string[] {
  const found = places.flatMap(({ queues }) => (isUnread(queues) ? [] : queues.value));
  const empty = found.filter(({ waiting }) => waiting === 0).length;
  return [
    ...(empty === 0 ? [] : [line(LABEL, `nothing, in ${plural(empty, "queue")}`)]),
    ...places.flatMap(({ account, region, queues }) =>
      read(LABEL, queues, (here) => loud(`${account}, ${region}`, here)),
    ),
  ];
}

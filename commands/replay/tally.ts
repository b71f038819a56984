import type { Event } from "../../catalogue/detection";
import type { PreparedDetection } from "../../catalogue/alerts/prepare";
import { isRoot, objectOf, recordOf, firstText } from "../log-files/record";

/** What a report shows of one event. */
export interface Example {
  readonly file: string;
  readonly time: string;
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly principal: string;
  readonly what: string;
}

/** How often something happened, when, and one of the events. */
export interface Count {
  count: number;
  first: string;
  last: string;
  readonly example: Example;
}

const text = (...values: readonly unknown[]): string => firstText(...values) ?? "unknown";

const timeOf = (event: Event): string => text(recordOf(event)["eventTime"], event["time"], event["updatedAt"]);

function exampleOf(event: Event, file: string): Example {
  const record = recordOf(event);
  const identity = objectOf(record["userIdentity"]);
  return {
    file,
    time: timeOf(event),
    id: text(record["eventID"], record["id"], event["id"]),
    account: text(record["recipientAccountId"], record["accountId"], event["accountId"], event["account"]),
    region: text(record["awsRegion"], record["region"], event["region"]),
    principal: text(identity["arn"], identity["type"]),
    what: text(record["eventName"], record["type"], event["type"]),
  };
}

function counted<Key>(counts: Map<Key, Count>, key: Key, event: Event, file: string): void {
  const known = counts.get(key);
  if (known === undefined) {
    const example = exampleOf(event, file);
    counts.set(key, { count: 1, first: example.time, last: example.time, example });
    return;
  }
  const time = timeOf(event);
  known.count += 1;
  if (time < known.first) known.first = time;
  if (time > known.last) known.last = time;
}

/** Names of what root did, and for whom: `s3.amazonaws.com ListBuckets by backup.amazonaws.com`. */
function rootAct(event: Event): string | undefined {
  const record = recordOf(event);
  const identity = objectOf(record["userIdentity"]);
  if (!isRoot(identity)) return undefined;
  const { invokedBy } = identity as { invokedBy?: unknown };
  return `${text(record["eventSource"])} ${text(record["eventName"])}${typeof invokedBy === "string" ? ` by ${invokedBy}` : ""}`;
}

/** Counts what fired, and what root did that nobody is told of. Its size depends on the catalogue, not on the input. */
export class Tally {
  events = 0;
  readonly fired = new Map<PreparedDetection, Count>();
  /** What root did that no detection catches. */
  readonly uncaught = new Map<string, Count>();
  /** What root did that only detections of severity `record` catch: kept, and told to nobody. */
  readonly onlyRecorded = new Map<string, Count>();

  add(event: Event, detections: readonly PreparedDetection[], file: string): void {
    this.events += 1;
    for (const detection of detections) counted(this.fired, detection, event, file);
    if (detections.some(({ severity }) => severity !== "record")) return;
    const act = rootAct(event);
    if (act !== undefined) counted(detections.length === 0 ? this.uncaught : this.onlyRecorded, act, event, file);
  }
}

import type { Event } from "../../catalogue/detection";
import { firstText, objectOf } from "../log-files/record";

/** What was called, and how it ended: as often as the same was done from the same address with the same end. */
export interface Act {
  /** Such as `s3`. */
  readonly service: string;
  readonly action: string;
  /** What it was done to, as far as the record says it. */
  readonly on: string;
  readonly region: string;
  /** `done`, or the error by which it was refused. */
  readonly result: string;
  /** Address, or the service that called. */
  readonly from: string;
  count: number;
  /** Times in ISO 8601, UTC, as CloudTrail writes them; empty where no record says it. */
  first: string;
  last: string;
}

/** Parameters that name the one thing that a root task is about. */
const NAMED_IN = ["bucketName", "queueUrl", "userName", "accessKeyId", "serialNumber", "certificateId"];

const onOf = (record: Event): string => {
  const parameters = objectOf(record["requestParameters"]);
  const resources = Array.isArray(record["resources"]) ? record["resources"].map(objectOf) : [];
  return firstText(...NAMED_IN.map((name) => parameters[name]), ...resources.map(({ ARN }) => ARN)) ?? "";
};

/** A sign-in that fails carries a message and no code. Source: CloudTrail User Guide, console sign-in events. */
const resultOf = (record: Event): string => {
  const answers = Object.values(objectOf(record["responseElements"]));
  const error = firstText(record["errorCode"], record["errorMessage"]);
  return error ?? (answers.includes("Failure") ? "Failure" : "done");
};

/** When it was done, in milliseconds; NaN where the record does not say it. */
export const momentOf = (time: unknown): number => (typeof time === "string" ? Date.parse(time) : Number.NaN);

/** The act of a record. */
export function actOf(record: Event): Act {
  const time = firstText(record["eventTime"]) ?? "";
  return {
    service: firstText(record["eventSource"])?.replace(/\.amazonaws\.com.*$/, "") ?? "unknown",
    action: firstText(record["eventName"]) ?? "unknown",
    on: onOf(record),
    region: firstText(record["awsRegion"]) ?? "unknown",
    result: resultOf(record),
    from: firstText(record["sourceIPAddress"]) ?? "unknown",
    count: 1,
    first: time,
    last: time,
  };
}

/** Acts, the same ones counted. Their number depends on what was done, not on how often. */
export class Acts {
  private readonly byKind = new Map<string, Act>();

  add(act: Act): void {
    const { service, action, on, region, result, from } = act;
    const kind = JSON.stringify([service, action, on, region, result, from]);
    const known = this.byKind.get(kind);
    if (known === undefined) {
      this.byKind.set(kind, act);
      return;
    }
    known.count += act.count;
    if (momentOf(act.first) < momentOf(known.first) || known.first === "") known.first = act.first;
    if (momentOf(act.last) > momentOf(known.last) || known.last === "") known.last = act.last;
  }

  /** In the order in which they began. */
  get all(): readonly Act[] {
    return [...this.byKind.values()].sort((a, b) => a.first.localeCompare(b.first));
  }
}

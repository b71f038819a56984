import type { Event } from "../../catalogue/detection";
import { isObject } from "../../organization/services/json";

/** What is judged of an input: the record that stands in the log group, and the event that stands on a bus. */
export interface Shapes {
  /** A CloudTrail record, as the log group holds it. */
  readonly record?: Event;
  /** An event, as a rule sees it. */
  readonly envelope?: Event;
}

const DETAIL_TYPES: Readonly<Record<string, string>> = {
  AwsConsoleSignIn: "AWS Console Sign In via CloudTrail",
  AwsServiceEvent: "AWS Service Event via CloudTrail",
};

/** The envelope in which EventBridge delivers a record. Source: EventBridge User Guide, events through CloudTrail. */
const enveloped = (record: Event): Event => ({
  version: "0",
  "detail-type": DETAIL_TYPES[String(record["eventType"])] ?? "AWS API Call via CloudTrail",
  source: `aws.${String(record["eventSource"]).split(".")[0] ?? ""}`,
  account: record["recipientAccountId"],
  time: record["eventTime"],
  region: record["awsRegion"],
  resources: [],
  detail: record,
});

/** The envelope in which EventBridge delivers a finding. */
const finding = (detail: Event): Event => ({
  version: "0",
  "detail-type": "GuardDuty Finding",
  source: "aws.guardduty",
  account: detail["accountId"],
  time: detail["updatedAt"],
  region: detail["region"],
  resources: [],
  detail,
});

/**
 * Whether it is a record of CloudTrail, whatever it lacks: what somebody did is no less done where its name is missing.
 * A record of Insights has neither a name nor a somebody.
 */
export const isRecord = (value: Event): boolean =>
  typeof value["eventName"] === "string" ||
  (typeof value["eventVersion"] === "string" && isObject(value["userIdentity"]));

/** Recognizes a CloudTrail record, an EventBridge envelope and a GuardDuty finding. Anything else has no shape. */
export function shapesOf(input: Event): Shapes {
  if (isRecord(input)) return { record: input, envelope: enveloped(input) };
  const detail = input["detail"];
  if (typeof input["detail-type"] === "string" && isObject(detail))
    return { ...(isRecord(detail) ? { record: detail } : {}), envelope: input };
  return typeof input["schemaVersion"] === "string" && typeof input["type"] === "string"
    ? { envelope: finding(input) }
    : {};
}

/**
 * Whether an input is something that AWS delivers. A record of CloudTrail Insights carries a version and no name: it is
 * known, and no detection is about it. Source: CloudTrail User Guide, record contents for Insights events.
 */
export const isKnown = (input: Event): boolean =>
  typeof input["eventName"] === "string" ||
  typeof input["eventVersion"] === "string" ||
  (typeof input["detail-type"] === "string" && isObject(input["detail"])) ||
  (typeof input["schemaVersion"] === "string" && typeof input["type"] === "string");

import type { Event } from "../../catalogue/detection";
import { columnsOnce, recordOfColumns } from "./columns";
import { withoutIdentity } from "./identity";
import { isObject } from "../../organization/services/json";
import { KeyTwice, strictJson } from "../../proofs/policy";
import { NotUnderstood, shown } from "./not-understood";
import { isKnown } from "./shapes";

/** Names of the top-level fields, for a report: they say more of a shape than its values, and hold no secret. */
const fieldsOf = (value: Event): string => {
  const names = Object.keys(value);
  return names.length === 0 ? "no field" : names.slice(0, 8).join(", ") + (names.length > 8 ? ", …" : "");
};

/** A form in which a tool hands events on. */
interface Wrapper {
  /** The tool, or the service, whose form it is. */
  readonly name: string;
  /** What is inside; undefined where the value has another form. */
  readonly inside: (value: Event) => readonly unknown[] | undefined;
}

const list = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);

const text = (value: unknown): readonly unknown[] | undefined => (typeof value === "string" ? [value] : undefined);

const whereFields = (value: Event, ...fields: readonly string[]): boolean => fields.every((field) => field in value);

/** `[{"field": "@message", "value": "…"}, …]`: a row of Logs Insights. */
const insightsRow = (row: unknown): unknown => {
  const cells = (list(row) ?? []).filter(isObject);
  const message = cells.find(({ field }) => field === "@message");
  if (message === undefined)
    throw new NotUnderstood(
      `a row of Logs Insights must hold @message, the whole record (fields @message), got ${shown(cells.map(({ field }) => field).join(", "))}`,
    );
  return message["value"];
};

/** Rows of `aws athena get-query-results`, of which the first names the columns. */
const athenaRows = (value: Event): readonly unknown[] | undefined => {
  const rows = isObject(value["ResultSet"]) ? list(value["ResultSet"]["Rows"]) : undefined;
  if (rows === undefined) return undefined;
  const cells = rows.map((row) =>
    (isObject(row) ? (list(row["Data"]) ?? []) : []).map((cell) =>
      isObject(cell) && typeof cell["VarCharValue"] === "string" ? cell["VarCharValue"] : "",
    ),
  );
  const [names = [], ...records] = cells;
  const columns = columnsOnce(names);
  return records.map((record) =>
    recordOfColumns(Object.fromEntries(columns.map((name, column) => [name, record[column] ?? ""]))),
  );
};

/**
 * The API of GuardDuty writes its fields with a capital letter, its events with a small one. Names that differ besides:
 * none among the fields that a rule can compare. Source: GuardDuty API Reference (Finding), GuardDuty User Guide
 * (processing findings with EventBridge).
 */
const uncapitalized = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(uncapitalized);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.charAt(0).toLowerCase() + name.slice(1), uncapitalized(inner)]),
  );
};

/** The forms, in the order in which they are tried. */
const WRAPPERS: readonly Wrapper[] = [
  { name: "aws cloudtrail lookup-events", inside: ({ Events }) => list(Events) },
  { name: "an event of aws cloudtrail lookup-events", inside: ({ CloudTrailEvent }) => text(CloudTrailEvent) },
  { name: "a log file of CloudTrail, or an event of Lambda", inside: ({ Records }) => list(Records) },
  {
    name: "aws logs filter-log-events or get-log-events",
    inside: (value) => (whereFields(value, "events") ? list(value["events"]) : undefined),
  },
  { name: "a subscription of CloudWatch Logs", inside: ({ logEvents }) => list(logEvents) },
  {
    name: "a log event",
    inside: (value) => (whereFields(value, "message", "timestamp") ? [value["message"]] : undefined),
  },
  { name: "aws logs get-query-results", inside: ({ results }) => list(results)?.map(insightsRow) },
  {
    name: "a row that the console of Logs Insights exports",
    inside: (value) => ("@message" in value ? [value["@message"]] : undefined),
  },
  { name: "aws athena get-query-results", inside: athenaRows },
  { name: "aws guardduty get-findings", inside: ({ Findings }) => list(Findings)?.map(uncapitalized) },
  {
    name: "a finding of aws guardduty get-findings",
    inside: (value) => (whereFields(value, "SchemaVersion", "Type", "AccountId") ? [uncapitalized(value)] : undefined),
  },
  { name: "aws sqs receive-message", inside: ({ Messages }) => list(Messages) },
  { name: "a message of SQS", inside: (value) => text(value["Body"]) ?? text(value["body"]) },
  {
    name: "a notification of SNS",
    inside: (value) => (value["Type"] === "Notification" ? text(value["Message"]) : undefined),
  },
  { name: "a notification of SNS to Lambda", inside: ({ Sns }) => (isObject(Sns) ? [Sns] : undefined) },
  {
    name: "a notification of SNS to Lambda, inside",
    inside: (value) => (whereFields(value, "Message", "TopicArn") ? text(value["Message"]) : undefined),
  },
];

/** Forms that are known and cannot be judged truthfully, with what to read instead. */
const REFUSED: readonly (readonly [(value: Event) => boolean, string])[] = [
  [
    (value) => "class_uid" in value && "metadata" in value,
    "is an event of Security Lake (OCSF), which leaves out fields that detections compare: read the log files of CloudTrail, or the findings of GuardDuty",
  ],
  [
    (value) => typeof value["eventSource"] === "string" && value["eventSource"].startsWith("aws:"),
    "is a notification of S3 or a message of another queue, not what CloudTrail records: read the files that it names",
  ],
  [(value) => "awslogs" in value, "is compressed by CloudWatch Logs: decode awslogs.data with base64 and gunzip first"],
  [
    (value) => "digestStartTime" in value && "logFiles" in value,
    "is a digest of CloudTrail, which holds no events: read the log files that it names",
  ],
];

/** How an answer says that it holds only a part, with what to do. */
const PARTS: readonly (readonly [is: (value: Event) => boolean, says: string])[] = [
  [
    (value) => [value["NextToken"], value["nextToken"]].some((token) => typeof token === "string" && token !== ""),
    "an answer must be complete, got a page with a token for the next: read the other pages, too",
  ],
  [
    ({ results, status }) => Array.isArray(results) && typeof status === "string" && status !== "Complete",
    "a query of Logs Insights must be complete, got one that is not: wait, and get its results again",
  ],
  [
    ({ results, statistics }) =>
      Array.isArray(results) && isObject(statistics) && Number(statistics["recordsMatched"]) > results.length,
    "the results of Logs Insights must hold every record that matched, got fewer: ask for a shorter time, or raise the limit",
  ],
];

/** Wrapped more often than this, it is made to be slow: a queue of a topic of a subscription has four. */
const DEEPEST = 8;

function parsed(json: string): unknown {
  try {
    return strictJson(json, "a record");
  } catch (error) {
    if (error instanceof KeyTwice) throw new NotUnderstood(error.message);
    throw new NotUnderstood(`a record must be JSON, got ${shown(json)}`);
  }
}

/** The events in a value, however often it is wrapped. What is not understood is reported, and the rest is read. */
export function eventsIn(value: unknown, notUnderstood: (reason: string) => void, depth = 0): readonly Event[] {
  try {
    if (depth > DEEPEST) throw new NotUnderstood(`an event must be wrapped at most ${DEEPEST} times`);
    const inner = typeof value === "string" ? parsed(value) : value;
    if (Array.isArray(inner)) return inner.flatMap((each) => eventsIn(each, notUnderstood, depth + 1));
    if (!isObject(inner)) throw new NotUnderstood(`a record must be a JSON object, got ${shown(inner)}`);
    const refused = REFUSED.find(([is]) => is(inner));
    if (refused !== undefined) throw new NotUnderstood(`it ${refused[1]}`);
    if (isKnown(inner)) {
      const nobody = withoutIdentity(inner);
      if (nobody !== undefined) notUnderstood(nobody);
      return [inner];
    }
    for (const { inside } of WRAPPERS) {
      const found = inside(inner);
      if (found === undefined) continue;
      for (const [is, says] of PARTS) if (is(inner)) notUnderstood(says);
      return found.flatMap((each) => eventsIn(each, notUnderstood, depth + 1));
    }
    throw new NotUnderstood(
      `it must be a record of CloudTrail, an event of EventBridge, a finding of GuardDuty, or a form in which a tool prints them; got an object with ${fieldsOf(inner)}`,
    );
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    notUnderstood(error.message);
    return [];
  }
}

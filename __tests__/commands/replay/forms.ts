import { gzipSync } from "node:zlib";
import type { Event } from "../../../catalogue/detection";
import { findingEnvelope, ROOT_API_CALL } from "../../../catalogue/detections/sample-events";

/** A call that must fire, whatever it is wrapped in. */
export const CREATE_KEY: Event = {
  ...ROOT_API_CALL,
  eventSource: "iam.amazonaws.com",
  eventName: "CreateAccessKey",
  requestParameters: null,
};
export const JSON_TEXT = JSON.stringify(CREATE_KEY);
/** A finding in its envelope. */
export const FINDING = findingEnvelope("Policy:IAMUser/RootCredentialUsage", 2);

/** As the API of GuardDuty writes what its events hold. */
export const capitalized = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(capitalized)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value).map(([name, inner]) => [
            name.charAt(0).toUpperCase() + name.slice(1),
            capitalized(inner),
          ]),
        )
      : value;

export const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");

export const COLUMNS = [
  ...["eventversion", "useridentity", "eventtime", "eventsource", "eventname", "awsregion", "sourceipaddress"],
  ...["useragent", "errorcode", "errormessage", "requestparameters", "responseelements", "additionaleventdata"],
  ...["requestid", "eventid", "readonly", "eventtype", "recipientaccountid", "serviceeventdetails"],
];
const IDENTITY =
  "{type=Root, principalid=444444444444, arn=arn:aws:iam::444444444444:root, accountid=444444444444, invokedby=null, accesskeyid=, username=null, sessioncontext={attributes={mfaauthenticated=false, creationdate=2026-01-15T09:20:00Z}, sessionissuer=null}}";
export const ROW = COLUMNS.map((column): string => {
  if (column === "useridentity") return IDENTITY;
  const [, value] = Object.entries(CREATE_KEY).find(([name]) => name.toLowerCase() === column) ?? [];
  return typeof value === "string" ? value : "null";
});

/** The forms in which people have events at hand. Each holds the same call. */
export const FORMS: readonly (readonly [name: string, content: string | Buffer])[] = [
  ["a log file", JSON.stringify({ Records: [CREATE_KEY] })],
  ["lookup-events", JSON.stringify({ Events: [{ EventId: "6", Username: "root", CloudTrailEvent: JSON_TEXT }] })],
  ["one event of lookup-events", JSON.stringify({ EventId: "6", CloudTrailEvent: JSON_TEXT }, undefined, 2)],
  [
    "filter-log-events",
    JSON.stringify({ events: [{ logStreamName: "x", timestamp: 1, message: JSON_TEXT }], searchedLogStreams: [] }),
  ],
  ["get-log-events, lines", `${JSON.stringify({ timestamp: 1, message: JSON_TEXT, ingestionTime: 2 })}\n`],
  [
    "a subscription",
    gzipSync(
      JSON.stringify({ messageType: "DATA_MESSAGE", logEvents: [{ id: "1", timestamp: 1, message: JSON_TEXT }] }),
    ),
  ],
  [
    "get-query-results",
    JSON.stringify({
      results: [
        [
          { field: "@ptr", value: "x" },
          { field: "@message", value: JSON_TEXT },
        ],
      ],
      status: "Complete",
    }),
  ],
  [
    "an export of Logs Insights as JSON",
    JSON.stringify([{ "@timestamp": "2026-01-15 10:00:00.000", "@message": CREATE_KEY }]),
  ],
  [
    "an export of Logs Insights as CSV",
    csv([
      ["@timestamp", "@message"],
      ["2026-01-15 10:00:00.000", JSON_TEXT],
    ]),
  ],
  ["an export of a log group to S3", `2026-01-15T10:00:00.000Z ${JSON_TEXT}\n2026-01-15T10:00:01.000Z ${JSON_TEXT}\n`],
  ["a download of Athena", csv([COLUMNS, ROW])],
  [
    "get-query-results of Athena",
    JSON.stringify({
      ResultSet: {
        Rows: [COLUMNS, ROW].map((row) => ({
          Data: row.map((VarCharValue) => (VarCharValue === "null" ? {} : { VarCharValue })),
        })),
      },
    }),
  ],
  [
    "a queue of envelopes",
    JSON.stringify({
      Messages: [
        {
          Body: JSON.stringify({
            Type: "Notification",
            TopicArn: "x",
            Message: JSON.stringify({
              "detail-type": "AWS API Call via CloudTrail",
              source: "aws.iam",
              account: "444444444444",
              region: "us-east-1",
              detail: CREATE_KEY,
            }),
          }),
        },
      ],
    }),
  ],
  [
    "an event of Lambda from a queue",
    JSON.stringify({
      Records: [{ messageId: "1", body: JSON_TEXT, eventSourceARN: "arn:aws:sqs:us-east-1:111111111111:x" }],
    }),
  ],
  ["a file with a byte order mark", `\ufeff${JSON_TEXT}`],
  ["a list", JSON.stringify([CREATE_KEY])],
];

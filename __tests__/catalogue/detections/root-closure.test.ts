import { DETECTIONS } from "../../../catalogue/detections";
import { judgeOf } from "../../../catalogue/alerts/detection-judge";
import type { Event } from "../../../catalogue/detection";
import { ROOT_API_CALL, ROOT_IDENTITY } from "../../../catalogue/detections/sample-events";
import { proofPath } from "./proof-path";

/**
 * Nothing that a root user does goes uncaught, however it is recorded: every combination of what a record may hold is
 * judged by our own detections alone. What is left out is named below, and nothing else is.
 */
const ours = DETECTIONS.filter(({ set, path }) => set === "root" && path.kind === "metric").map((detection) =>
  judgeOf(proofPath(detection)),
);

const isCaught = (event: Event): boolean => ours.some((judge) => judge(event).every((fired) => fired));

const EVENT_TYPES = [
  "AwsApiCall",
  "AwsConsoleAction",
  "AwsConsoleSignIn",

  "AwsCloudTrailInsight",
  "AwsMcpCall",
  "",
  null,
  undefined,
];
const PEOPLE = [undefined, null, "", "signin.amazonaws.com", "signin.amazonaws.com.cn", "AWS Internal"];
const SERVICES = ["backup.amazonaws.com", "cloudformation.amazonaws.com", "ec2.amazonaws.com.cn"];
const SOURCES = ["s3.amazonaws.com", "signin.amazonaws.com", "iam.amazonaws.com", undefined];
const NAMES = ["ConsoleLogin", "PasswordUpdated", "EmailUpdated", "CreateAccessKey", "NewThing", undefined];
const ENDS = [null, { ConsoleLogin: "Success" }, { ConsoleLogin: "Failure" }, { ConsoleLogin: "Pending" }];
const ACCOUNTS = ["111111111111", undefined];

/** A record as JSON holds it: without what is undefined. */
const record = (fields: Event): Event => JSON.parse(JSON.stringify(fields)) as Event;

const records = (invokedBy: readonly unknown[], eventTypes: readonly unknown[]): readonly Event[] =>
  invokedBy.flatMap((by) =>
    eventTypes.flatMap((eventType) =>
      SOURCES.flatMap((eventSource) =>
        NAMES.flatMap((eventName) =>
          ENDS.flatMap((responseElements) =>
            ACCOUNTS.map((recipientAccountId) =>
              record({
                ...ROOT_API_CALL,
                userIdentity: { ...ROOT_IDENTITY, invokedBy: by },
                eventType,
                eventSource,
                eventName,
                responseElements,
                recipientAccountId,
              }),
            ),
          ),
        ),
      ),
    ),
  );

test("every record of a person who is root is caught", () => {
  const all = records(PEOPLE, EVENT_TYPES);
  expect(all.length).toBeGreaterThan(5_000);
  expect(all.filter((event) => !isCaught(event))).toEqual([]);
});

const apart = (event: Event): boolean =>
  event["eventSource"] !== "signin.amazonaws.com" && event["eventName"] !== "CreateAccessKey";

test("what a service does for root, or writes down by itself, stays quiet", () => {
  const quiet = [...records(SERVICES, EVENT_TYPES), ...records([undefined], ["AwsServiceEvent"])].filter(apart);
  expect(quiet.length).toBeGreaterThan(1_000);
  expect(quiet.filter(isCaught)).toEqual([]);
});

import { DETECTIONS } from "../../../catalogue/detections";
import { ROOT_API_CALL } from "../../../catalogue/detections/sample-events";
import type { Event } from "../../../catalogue/detection";
import { eventsIn } from "../../../commands/log-files/wrappers";
import { Tally } from "../../../commands/replay/tally";

const ROOT = ROOT_API_CALL["userIdentity"] as Event;

const withIdentity = (userIdentity: unknown): Event =>
  JSON.parse(JSON.stringify({ ...ROOT_API_CALL, userIdentity })) as Event;

function read(event: Event) {
  const said: string[] = [];
  const events = eventsIn(event, (reason) => said.push(reason));
  return { said, events };
}

test.each([
  ["nobody", undefined, /hold userIdentity as an object, got "nothing"/],
  ["null", null, /hold userIdentity as an object, got "nothing"/],
  ["a text of JSON", JSON.stringify(ROOT), /hold userIdentity as an object, got "/],
  ["a struct of Athena", "{type=Root}", /hold userIdentity as an object, got "{type=Root}"/],
  ["another case", { ...ROOT, type: "ROOT" }, /who acted, in the words of CloudTrail .*, got "ROOT"/],
  ["a new type", { type: "AssumedRoot", arn: "arn:aws:sts::444444444444:assumed-root" }, /got "AssumedRoot"/],
  ["no type", { ...ROOT, type: undefined }, /got "nothing"/],
])("a record in which %s acted is named, and judged all the same", (_who, identity, says) => {
  const { said, events } = read(withIdentity(identity));
  expect(said).toEqual([expect.stringMatching(says)]);
  expect(events).toHaveLength(1);
});

test("an event of EventBridge is held to the same", () => {
  const envelope = { "detail-type": "AWS API Call via CloudTrail", source: "aws.iam", detail: {} };
  expect(read(envelope).said).toEqual([expect.stringMatching(/userIdentity/)]);
  expect(read({ ...envelope, "detail-type": "AWS Health Event" }).said).toEqual([]);
});

test("what a service does by itself has no type", () => {
  const { said } = read(withIdentity({ accountId: "444444444444", invokedBy: "AWS Internal" }));
  expect(said).toEqual([]);
});

test.each([
  ["another case of the type", { ...ROOT, type: "ROOT" }],
  ["no type, but its ARN", { ...ROOT, type: undefined }],
  ["a type that CloudTrail does not know, but its ARN", { ...ROOT, type: "Unknown" }],
])("root is root by %s", (_how, identity) => {
  const tally = new Tally();
  tally.add(withIdentity(identity), [], "file.json");
  expect(tally.uncaught.size).toBe(1);
});

test("the records of every proof say who acted", () => {
  const records: readonly Event[] = DETECTIONS.flatMap(({ fires, ignores }) => [...fires, ...ignores]);
  expect(records.flatMap((record) => read(record).said)).toEqual([]);
});

import { ROOT_API_CALL } from "../../../catalogue/detections/sample-events";
import { isKnown, shapesOf } from "../../../commands/log-files/shapes";
import { Tally } from "../../../commands/replay/tally";

const withName = (eventName: unknown) => JSON.parse(JSON.stringify({ ...ROOT_API_CALL, eventName })) as object;

test.each([undefined, null, 7])("what root did is a record, with %p in place of its name", (eventName) => {
  const record = { ...withName(eventName) };
  expect(shapesOf(record).record).toEqual(record);
  const tally = new Tally();
  tally.add(record, [], "file.json");
  expect(tally.uncaught.size).toBe(1);
});

test("a record of Insights is known, and about nobody", () => {
  const insights = { eventVersion: "1.07", eventType: "AwsCloudTrailInsight", insightDetails: { state: "Start" } };
  expect([isKnown(insights), shapesOf(insights)]).toEqual([true, {}]);
});

import type { Event } from "../../../catalogue/detection";
import { judgeOf } from "../../../catalogue/alerts/detection-judge";
import { DETECTIONS } from "../../../catalogue/detections";
import { Candidates } from "../../../commands/replay/candidates";
import { judgesOf } from "../../../commands/replay/judges";
import { shapesOf } from "../../../commands/log-files/shapes";
import { blueprintOf, loadConfig } from "../../../config";

const blueprint = blueprintOf(loadConfig());
const { accounts, arrivalRegions } = blueprint;
const judges = judgesOf(blueprint);
const rules = blueprint.detections.flatMap(({ id, path }) =>
  path.kind === "metric" ? [] : [{ id, path, judge: judgeOf(path) }],
);
const idsOfRules = new Set(rules.map(({ id }) => id));

/** A record where rules stand, as it is, and with more, other and missing values of what a replay asks first. */
const forms = (record: Event): readonly Event[] => {
  const here = { ...record, recipientAccountId: accounts.management.id, awsRegion: arrivalRegions.home[0] };
  const { eventName, eventSource } = record;
  return [
    here,
    { ...here, eventName: [eventName, "Other"] },
    { ...here, eventSource: [eventSource] },
    { ...here, eventName: "Other" },
    { ...here, eventSource: "other.amazonaws.com" },
    { ...here, recipientAccountId: accounts.security.id },
    { ...here, userIdentity: "somebody" },
  ];
};

const records = DETECTIONS.flatMap(({ fires, ignores }) => [...fires, ...ignores]).flatMap((event) => {
  const { record } = shapesOf(event);
  return record === undefined ? [] : [record];
});

test("rules that a replay does not ask would not have fired", () => {
  const wrong = records.flatMap(forms).filter((record) => {
    const { envelope = {} } = shapesOf(record);
    const stands = ({ path }: (typeof rules)[number]) =>
      path.kind !== "event" ||
      path.arrives.some(
        ({ account, region }) =>
          envelope["account"] === accounts[account].id &&
          arrivalRegions[region].some((each) => each === envelope["region"]),
      );
    const firing = rules.filter((rule) => stands(rule) && rule.judge(envelope).includes(true)).map(({ id }) => id);
    const told = judges.of(record).flatMap(({ id }) => (idsOfRules.has(id) ? [id] : []));
    return firing.join() !== told.join();
  });
  expect(wrong).toEqual([]);
  expect(records.length).toBeGreaterThan(300);
});

describe("candidates", () => {
  const candidates = new Candidates<string>();
  candidates.enter("by name", (field) => (field === "eventName" ? ["A", "B", "A"] : ["never asked"]));
  candidates.enter("by service", (field) => (field === "eventSource" ? ["s3.amazonaws.com"] : undefined));
  candidates.enter("always", () => undefined);
  candidates.enter("never", (field) => (field === "eventName" ? [] : undefined));

  it("are those that can match, each once", () => {
    expect(candidates.of({ eventName: "A", eventSource: "s3.amazonaws.com" })).toEqual([
      "always",
      "by name",
      "by service",
    ]);
    expect(candidates.of({ eventName: "C" })).toEqual(["always"]);
  });

  it("are all that ask for the field where it has several values", () => {
    expect(candidates.of({ eventName: ["A"] })).toEqual(["always", "by name", "never"]);
  });
});

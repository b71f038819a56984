import { IDENTITIES, isGlobal, SETTINGS } from "../../organization/inventory/identities";
import { alreadyThere, type LiveThing, type PlannedThing } from "../../organization/inventory";
import { CONFIGURATIONS } from "../support/examples";
import { synth } from "../support/synth";
import { resourcesOf } from "../support/terraform";

const planned = (change: Partial<PlannedThing>): PlannedThing => ({
  address: "aws_sns_topic.high_topic",
  type: "aws_sns_topic",
  account: "111111111111",
  region: "us-east-1",
  after: { name: "org-baseline-high" },
  ...change,
});
const TOPIC: LiveThing = {
  type: "aws_sns_topic",
  account: "111111111111",
  region: "us-east-1",
  identity: "org-baseline-high",
  importId: "arn:aws:sns:us-east-1:111111111111:org-baseline-high",
};
const ROLE: LiveThing = {
  type: "aws_iam_role",
  account: "222222222222",
  identity: "org-baseline-forward-findings",
  importId: "org-baseline-forward-findings",
};
const there = (thing: PlannedThing, ...inventory: readonly LiveThing[]) =>
  alreadyThere([thing], inventory).there.map(({ adopt }) => adopt);

describe("what a plan would create and exists already", () => {
  test("is found in its account and Region, with the line that adopts it", () => {
    expect(there(planned({}), ROLE, TOPIC)).toEqual([
      '"aws_sns_topic.high_topic": "arn:aws:sns:us-east-1:111111111111:org-baseline-high",',
    ]);
  });

  test("is not found in another account or Region, or under another name or type", () => {
    for (const change of [
      { account: "222222222222" },
      { region: "eu-west-1" },
      { after: { name: "org-baseline-low" } },
      { type: "aws_cloudwatch_event_bus" },
    ])
      expect(there(planned(change), TOPIC)).toEqual([]);
  });

  test("is found in any Region where the type is in none", () => {
    const role = { type: "aws_iam_role", account: "222222222222", after: { name: "org-baseline-forward-findings" } };
    for (const region of ["us-east-1", undefined]) expect(there(planned({ ...role, region }), ROLE)).toHaveLength(1);
  });

  test("a rule is found on its own bus, and on the default bus where it names none", () => {
    const rule = (identity: string): LiveThing => ({ ...TOPIC, type: "aws_cloudwatch_event_rule", identity });
    const plannedRule = (after: PlannedThing["after"]) => planned({ type: "aws_cloudwatch_event_rule", after });
    expect(there(plannedRule({ name: "a" }), rule("default/a"))).toHaveLength(1);
    expect(there(plannedRule({ name: "a", event_bus_name: "alerts" }), rule("default/a"))).toEqual([]);
    expect(there(plannedRule({ name: "a", event_bus_name: "alerts" }), rule("alerts/a"))).toHaveLength(1);
  });

  test("a schedule is found in its group, and in the default group where it names none", () => {
    const schedule = (identity: string): LiveThing => ({ ...TOPIC, type: "aws_scheduler_schedule", identity });
    const plannedSchedule = (after: PlannedThing["after"]) => planned({ type: "aws_scheduler_schedule", after });
    expect(there(plannedSchedule({ name: "a" }), schedule("default/a"))).toHaveLength(1);
    expect(there(plannedSchedule({ name: "a", group_name: "ours" }), schedule("default/a"))).toEqual([]);
    expect(there(plannedSchedule({ name: "a", group_name: "ours" }), schedule("ours/a"))).toHaveLength(1);
  });
});

test("what cannot be looked up is named, and never taken for absent", () => {
  const undecided = (change: Partial<PlannedThing>) => alreadyThere([planned(change)], [TOPIC]).undecided;
  const address = "aws_sns_topic.high_topic";
  expect(undecided({ after: {} })).toEqual([{ address, why: "what it is called is known after the apply" }]);
  expect(undecided({ account: undefined })).toEqual([{ address, why: "its provider names no account" }]);
  expect(undecided({ region: undefined })).toEqual([{ address, why: "its Region is not known" }]);
  expect(undecided({ type: "aws_new" })).toEqual([{ address, why: "aws_new is not known to the inventory" }]);
  expect(undecided({ type: "aws_sns_topic_policy" })).toEqual([]);
  expect(undecided({})).toEqual([]);
});

test("every type that the stacks create has an identity, or a reason to have none, and no other is listed", () => {
  const created = new Set(
    CONFIGURATIONS.flatMap(([, config]) => Object.values(synth(config).stacks).flatMap(resourcesOf)).map(
      ({ type }) => type,
    ),
  );
  const listed = [IDENTITIES, SETTINGS].flatMap((types) => Object.keys(types));
  // The organization is imported, never created.
  created.delete("aws_organizations_organization");
  expect([...created].sort()).toEqual([...listed].sort());
  expect([...created].filter(isGlobal).sort()).toEqual([
    "aws_account_alternate_contact",
    "aws_iam_organizations_features",
    "aws_iam_role",
    "aws_iam_role_policy",
    "aws_organizations_delegated_administrator",
    "aws_organizations_policy",
    "aws_organizations_policy_attachment",
  ]);
});

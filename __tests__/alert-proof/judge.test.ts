import type { AlarmSeen, RuleSeen, TopicSeen } from "../../alert-proof/facts";
import { judge, type Judged } from "../../alert-proof/judge";
import { ruleKey, rulesOf, type Facts } from "../../alert-proof/observe";
import { callsOf, pathsOf } from "../../alert-proof/paths";
import { blueprintOf, parseConfig } from "../../config";
import type { Reading } from "../../organization/clients/reading";
import { AT, refused } from "../organization/as-read";
import { configuration } from "../support/configuration";

const blueprint = blueprintOf(parseConfig(configuration()));
const paths = pathsOf(blueprint);
const made = callsOf(blueprint).map((call, index) => ({ call, at: AT, requestId: `request-${index}` }));
const read = <T>(value: T): Reading<T> => ({ at: AT, value });

const alarm = (topicArn: string): AlarmSeen => ({
  ...{ counted: 1, state: "ALARM", actionsEnabled: true, raised: AT },
  actions: [`Successfully executed action ${topicArn}`],
});
const ONCALL = { protocol: "email", endpoint: "oncall@example.com", confirmed: true };
const topic: TopicSeen = { exists: true, published: 9, delivered: 9, failed: 0, subscriptions: [ONCALL] };

const rules = new Map<string, Reading<RuleSeen>>();
for (const path of paths) {
  if (path.kind !== "rule") continue;
  const { forward, told } = rulesOf(path, blueprint);
  for (const place of forward)
    rules.set(
      ruleKey(place),
      read({
        state: "ENABLED",
        targets: [blueprint.arns.alertBus(), blueprint.arns.secondBus()],
        invocations: 2,
        failed: 0,
      }),
    );
  rules.set(ruleKey(told), read({ state: "ENABLED", targets: [path.topicArn], invocations: 4, failed: 0 }));
}

/** What the services show where everything arrives. */
const green: Facts = {
  records: new Map(made.map(({ requestId }) => [requestId, read(true)])),
  alarms: new Map(paths.flatMap((path) => (path.kind === "alarm" ? [[path.alarm, read(alarm(path.topicArn))]] : []))),
  rules,
  topics: new Map(paths.flatMap((path) => (path.kind === "trail" ? [] : [[path.topicArn, read(topic)]]))),
};

/** What was not seen: the path, the part, and what is said of it. */
const unseen = (change: Partial<Facts>, more: Partial<Judged> = {}): readonly string[] =>
  judge(paths, { blueprint, made, before: new Map(), facts: { ...green, ...change }, ...more }).flatMap(
    ({ of, proven, steps }) => (proven ? [] : [`${of}: ${steps.at(-1)?.part ?? ""}: ${steps.at(-1)?.says ?? ""}`]),
  );

const NAME = "org-baseline-log-group-changed";
const withAlarm = (change: Partial<AlarmSeen>) => ({
  alarms: new Map(green.alarms).set(NAME, read({ ...alarm(blueprint.arns.topic("critical")), ...change })),
});
const withTopic = (change: Partial<TopicSeen>) => ({
  topics: new Map(green.topics).set(blueprint.arns.topic("critical"), read({ ...topic, ...change })),
});
const FORWARD = "222222222222 eu-west-1 default org-baseline-event-rule-changed-event-forward";
const withRule = (key: string, change: Partial<RuleSeen>) => {
  const found = green.rules.get(key);
  if (found === undefined || !("value" in found)) throw new Error(`there is no rule ${key}`);
  return { rules: new Map(green.rules).set(key, read({ ...found.value, ...change })) };
};
const alarmRow = (says: string) => [expect.stringMatching(`^alarm of log-group-changed: ${says}`) as unknown];

test("every path is proven where everything arrived", () => expect(unseen({})).toEqual([]));

describe("an alarm path", () => {
  it.each([
    ["its filter counted nothing", withAlarm({ counted: 0 }), "filter: .* does not see the call"],
    ["its alarm stayed quiet", withAlarm({ raised: undefined, state: "OK" }), "alarm: .* did not go to ALARM$"],
    ["there is no alarm", withAlarm({ raised: undefined, state: undefined }), "alarm: there is no alarm"],
    ["its actions are off", withAlarm({ actions: [], actionsEnabled: false }), "alarm: .* actions switched off"],
    [
      "its action failed",
      withAlarm({ actions: ["Failed to execute action arn:x"] }),
      "alarm: .* did not tell .*critical; Failed to execute action arn:x",
    ],
    ["it told another topic", withAlarm({ actions: ["Successfully executed action arn:x"] }), "alarm: .*did not tell"],
    ["AWS does not show it", { alarms: new Map(green.alarms).set(NAME, refused(".alarm")) }, "filter: not read: "],
  ])("is not seen where %s", (_what, change, says) => expect(unseen(change)).toEqual(alarmRow(says)));

  it("says so where the alarm stood before the call: CloudWatch acts on a change only", () => {
    const change = withAlarm({ raised: undefined, actions: [] });
    const before = new Map([[NAME, read(alarm("arn:x"))]]);
    expect(unseen(change, { before })).toEqual(alarmRow("alarm: .* was in ALARM before the call"));
  });
});

describe("a rule path", () => {
  it.each([
    ["the rule is disabled", withRule(FORWARD, { state: "DISABLED" }), "is DISABLED"],
    ["the rule is gone", withRule(FORWARD, { state: undefined }), "there is no rule"],
    ["the rule matched nothing", withRule(FORWARD, { invocations: 0 }), "told nobody"],
    ["a target refused", withRule(FORWARD, { failed: 1 }), "failed to reach a target 1 times"],
  ])("is not seen on both channels where %s", (_what, change, says) => {
    const rows = unseen(change);
    expect(rows).toHaveLength(2);
    for (const row of rows)
      expect(row).toMatch(new RegExp(`event-rule-changed, from security, eu-west-1: rule: .*${says}`));
  });

  it("is not seen from anywhere where fewer events came than were forwarded: nobody knows which is missing", () => {
    const rows = unseen(
      withRule("111111111111 us-east-1 org-baseline-alerts org-baseline-event-rule-changed-event", { invocations: 2 }),
    );
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toMatch(/told its targets 2 times, 3 were due$/);
  });
});

describe("a topic", () => {
  it.each([
    ["nobody has confirmed", { subscriptions: [{ ...ONCALL, confirmed: false }] }, /no subscription is confirmed/],
    [
      "one has not confirmed",
      { subscriptions: [ONCALL, { ...ONCALL, endpoint: "lead@example.com", confirmed: false }] },
      /email lead@example.com has not confirmed: nothing reaches it/,
    ],
    ["a delivery failed", { failed: 1 }, /9 published, 9 delivered, 1 failed/],
    ["messages are missing", { published: 2 }, /took 2 of \d messages/],
    ["fewer were delivered than came", { delivered: 1 }, /9 published, 1 delivered/],
    ["it is gone", { exists: false }, /there is no topic/],
  ])("ends every path to it where %s, and no other", (_what, change, says) => {
    const rows = unseen(withTopic(change));
    expect(rows).toHaveLength(
      paths.filter((each) => each.kind !== "trail" && each.topicArn.endsWith("critical")).length,
    );
    for (const row of rows) expect(row).toMatch(says);
  });
});

test("a call that was refused proves nothing, and one that is not recorded ends its paths on the log group", () => {
  const [first, ...others] = made;
  if (first === undefined) throw new Error("there is a call");
  const refusedCall = { call: first.call, at: AT, notMade: "AccessDenied" };
  const rows = unseen({}, { made: [refusedCall, ...others] });
  expect(rows.filter((row) => row.includes("call: not made: AccessDenied"))).toHaveLength(3);
  expect(unseen({ records: new Map(green.records).set("request-3", read(false)) })).toEqual([
    expect.stringMatching(/^trail, from security, eu-west-1: log-group: its record did not reach org-baseline-trail/),
  ]);
});

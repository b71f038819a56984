import { whoCould, type StackDrift } from "../../../commands/drift/who";
import { whoLines, whoSentences } from "../../../commands/drift/who/lines";
import { blueprintOf, parseConfig, type BaselineConfig } from "../../../config";
import { configuration, withGuardrails, withoutRootSessions } from "../../support/configuration";
import { example } from "../../support/examples";
import { drifted, type Drifted } from "./drifted";

const [MANAGEMENT, SECURITY, ARCHIVE] = ["111111111111", "222222222222", "333333333333"];
const HOME = "us-east-1";
const BUCKET = `org-baseline-trail-${ARCHIVE}-${HOME}`;
const UNBOUND =
  "anybody there whose own policies permit it, root user included: guardrails do not bind the management account";
const SUSPENDED = { was: { enable: true }, is: { enable: false } };
const POLICY = { was: { bucket: BUCKET, policy: "a" }, is: { bucket: BUCKET, policy: "b" } };

const attach = (...entries: readonly (readonly [BaselineConfig["guardrails"]["attach"][number]["id"], string])[]) =>
  withGuardrails({ attach: entries.map(([id, target]) => ({ id, targets: [target] })), packs: [] });

const who = (config: BaselineConfig, ...drifts: readonly StackDrift[]) =>
  whoCould(blueprintOf(parseConfig(config)), drifts);

const one = (config: BaselineConfig, address: string, drift: Drifted) => {
  const answers = who(config, drifted("a-stack", { [address]: drift }));
  return answers.map(({ account, regions, acts, suspects }) => ({
    at: `${account} ${regions.join()}`,
    calls: acts.flatMap(({ calls }) => calls.flatMap(({ eventNames }) => eventNames)).join(),
    besides: acts.flatMap(({ besides }) => besides),
    who: whoSentences(suspects),
  }));
};

test.each<readonly [string, string, Omit<Drifted, "at">, string]>([
  [
    "a policy is detached",
    'aws_organizations_policy_attachment.deny-root-user["r-exam"]',
    {},
    "DetachPolicy,DisablePolicyType",
  ],
  [
    "a filter is edited",
    "aws_cloudwatch_log_metric_filter.a",
    { was: { pattern: "a" }, is: { pattern: "b" } },
    "PutMetricFilter",
  ],
  ["an alarm is deleted", "aws_cloudwatch_metric_alarm.a", {}, "DeleteAlarms"],
  [
    "a subscription is removed",
    "aws_sns_topic_subscription.a",
    { was: { protocol: "https" } },
    "Unsubscribe,DeleteTopic",
  ],
])("in the management account no guardrail binds anybody: %s", (_name, address, drift, calls) => {
  const answers = one(configuration(), address, { at: [MANAGEMENT, HOME], ...drift });
  expect(answers).toEqual([expect.objectContaining({ at: `${MANAGEMENT} ${HOME}`, calls, who: [UNBOUND] })]);
});

test("a detector of the security account: the exempt by name, or anybody where no guardrail is attached", () => {
  const suspended = { at: [SECURITY, "eu-west-1"], ...SUSPENDED } as const;
  const [bound] = one(attach(["protect-threat-detection", SECURITY]), "aws_guardduty_detector.d", suspended);
  expect(bound).toMatchObject({
    at: `${SECURITY} eu-west-1`,
    calls: "UpdateDetector",
    who: ["exempt: role/OrganizationAccountAccessRole", "nobody else: protect-threat-detection denies it"],
  });
  const [free] = one(attach(["protect-threat-detection", ARCHIVE]), "aws_guardduty_detector.d", suspended);
  expect(free?.who).toEqual([
    "anybody there whose own policies permit it, root user included: no guardrail on that account denies it",
  ]);
  const [rootless] = one(attach(["deny-root-user", "root"]), "aws_guardduty_detector.d", suspended);
  expect(rootless?.who).toEqual([
    "anybody there whose own policies permit it: no guardrail on that account denies it",
    "not the root user: deny-root-user denies it",
  ]);
});

test("a detector of the management account: its own people, and the administrator of GuardDuty", () => {
  const config = attach(["protect-threat-detection", "root"]);
  const answers = one(config, "aws_guardduty_detector.d", { at: [MANAGEMENT, HOME], ...SUSPENDED });
  expect(answers.map(({ at, calls }) => [at, calls])).toEqual([
    [`${MANAGEMENT} ${HOME}`, "UpdateDetector"],
    [`${SECURITY} ${HOME}`, "StartMonitoringMembers,StopMonitoringMembers,UpdateMemberDetectors"],
  ]);
  expect(answers[1]?.who).toContain("nobody else: protect-threat-detection denies it");
});

test("a guardrail on a unit leaves it undecided: the configuration does not say where the account lies", () => {
  const config = attach(["protect-log-archive", "Security"]);
  expect(one(config, "aws_s3_bucket_policy.b", { at: [ARCHIVE, HOME], ...POLICY })[0]?.who).toEqual([
    "exempt: role/OrganizationAccountAccessRole",
    "a root session for unlock-bucket",
    "undecided for others: protect-log-archive denies it, if the account lies in Security",
  ]);
});

test("root sessions reach a bucket's policy for their task, where they are on and no guardrail denies it", () => {
  const sessions = (config: BaselineConfig) =>
    who(config, drifted("audit-trail", { "aws_s3_bucket_policy.b": { at: [ARCHIVE, HOME], ...POLICY } }))[0]?.suspects
      ?.rootSessions;
  expect(sessions(attach(["deny-root-user", "root"]))).toEqual(["unlock-bucket"]);
  expect(sessions(attach(["protect-log-archive", ARCHIVE]))).toEqual([]);
  expect(sessions({ ...withoutRootSessions(), guardrails: attach().guardrails })).toEqual([]);
});

test("a guardrail that drifted itself, or is not applied yet, holds nobody back", () => {
  const config = attach(["protect-threat-detection", SECURITY]);
  const address = `aws_organizations_policy_attachment.protect-threat-detection["${SECURITY}"]`;
  const detector = drifted("threat-detection", {
    "aws_guardduty_detector.d": { at: [SECURITY, HOME], ...SUSPENDED },
  });
  const lapsed =
    "anybody there whose own policies permit it, root user included: protect-threat-detection, which denies it, is not as it is configured itself";
  const last = (...drifts: readonly StackDrift[]) => whoSentences(who(config, ...drifts, detector).at(-1)?.suspects);
  expect(last(drifted("guardrails", { [address]: { at: [MANAGEMENT, HOME] } }))).toEqual([lapsed]);
  const pending = { stack: "guardrails", drifted: [], seen: [], pending: [{ address, actions: ["create"] }] };
  expect(last(pending)).toEqual([lapsed]);
  // Another guardrail that drifted changes nothing.
  const other = address.replace("protect-threat-detection", "stay-in-organization");
  expect(last(drifted("guardrails", { [other]: { at: [MANAGEMENT, HOME] } }))).toHaveLength(2);
});

test("what AWS fills in, or does by itself, accuses nobody", () => {
  const role = drifted("root-access", {
    "aws_kms_key.k": {
      at: [ARCHIVE, HOME],
      was: { tags: { a: "1" }, policy: "a" },
      is: { tags: {}, policy: "b" },
      will: { tags: { a: "1" }, policy: "b" },
    },
  });
  expect(who(configuration(), role)[0]?.acts[0]?.calls[0]?.eventNames).toEqual(["TagResource", "UntagResource"]);
  expect(who(configuration(), { stack: "a", drifted: [], pending: [], seen: role.drifted })).toEqual([]);
  const unconfirmed = { at: [MANAGEMENT, HOME], was: { protocol: "email", pending_confirmation: true } } as const;
  expect(one(configuration(), "aws_sns_topic_subscription.s", unconfirmed)[0]?.besides).toEqual([
    "perhaps nobody: SNS deletes by itself a subscription that nobody confirmed within 48 hours",
  ]);
});

test("in another partition, by its own ARNs, in the Region that keeps the records of global services", () => {
  const config = example("govcloud");
  const { accounts } = blueprintOf(parseConfig(config));
  const region = "us-gov-east-1";
  const detached = one(config, 'aws_organizations_policy_attachment.a["r-exam"]', {
    at: [accounts.management.id, region],
  });
  expect(detached[0]).toMatchObject({ at: `${accounts.management.id} us-gov-west-1`, who: [UNBOUND] });
  const attachedThere: BaselineConfig = {
    ...config,
    guardrails: { ...config.guardrails, attach: [{ id: "protect-threat-detection", targets: ["root"] }], packs: [] },
  };
  const suspended = one(attachedThere, "aws_guardduty_detector.d", {
    at: [accounts.security.id, "us-gov-west-1"],
    was: { enable: true, arn: `arn:aws-us-gov:guardduty:us-gov-west-1:${accounts.security.id}:detector/d` },
    is: { enable: false },
  });
  expect(suspended[0]?.who).toContain("nobody else: protect-threat-detection denies it");
});

test("what the plan does not say, and a change of which no call is known, stay undecided", () => {
  const nowhere = { ...drifted("a", { "aws_guardduty_detector.d": { at: [SECURITY, HOME], ...SUSPENDED } }) };
  const lost = nowhere.drifted.map((each) => ({ ...each, place: { account: undefined, region: undefined } }));
  const answers = who(configuration(), { ...nowhere, drifted: lost });
  expect(whoSentences(answers[0]?.suspects)).toContain("undecided for others: the plan does not say in which account");
  expect(one(configuration(), "aws_instance.i", { at: [SECURITY, HOME] })[0]?.who).toEqual(["undecided"]);
});

test("nothing drifted: not a word", () => {
  expect(whoLines(who(configuration(), { stack: "a", drifted: [], pending: [], seen: [] }), true)).toEqual([]);
});

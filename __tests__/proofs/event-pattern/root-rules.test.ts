import { EVENT_PATTERN_MAX_CHARACTERS } from "../../../proofs/event-pattern";
import { matches } from "./matches";

/** Rules as AWS publishes them: EventBridge and GuardDuty user guides, aws-samples for root activity. */
const ROOT_SIGN_IN = {
  "detail-type": ["AWS Console Sign In via CloudTrail"],
  source: ["aws.signin"],
  detail: { userIdentity: { type: ["Root"] } },
};
const ROOT_CALL = {
  "detail-type": ["AWS API Call via CloudTrail"],
  detail: { userIdentity: { type: ["Root"], invokedBy: [{ exists: false }] } },
};
const ROOT_FINDING = {
  source: ["aws.guardduty"],
  "detail-type": ["GuardDuty Finding"],
  detail: { type: ["Policy:IAMUser/RootCredentialUsage"] },
};
const ASSUME_ROOT = {
  source: ["aws.sts"],
  "detail-type": ["AWS API Call via CloudTrail"],
  detail: { eventSource: ["sts.amazonaws.com"], eventName: ["AssumeRoot"] },
};

const envelope = (source: string, detailType: string, detail: object) => ({
  version: "0",
  id: "cd2d702e-ab31-411b-9344-793ce56b1bc7",
  "detail-type": detailType,
  source,
  account: "111111111111",
  time: "2026-01-01T00:00:00Z",
  region: "us-east-1",
  resources: [],
  detail,
});

const signIn = (type: string) =>
  envelope("aws.signin", "AWS Console Sign In via CloudTrail", {
    userIdentity: { type, accountId: "111111111111" },
    eventName: "ConsoleLogin",
    responseElements: { ConsoleLogin: "Success" },
  });

const call = (userIdentity: object, eventSource: string, eventName: string) =>
  envelope(`aws.${eventSource.split(".")[0] ?? ""}`, "AWS API Call via CloudTrail", {
    userIdentity,
    eventSource,
    eventName,
  });

const finding = (type: string) =>
  envelope("aws.guardduty", "GuardDuty Finding", {
    schemaVersion: "2.0",
    accountId: "222222222222",
    type,
    severity: 2,
  });

test("root sign-in fires for root, not for a user", () => {
  expect(matches(ROOT_SIGN_IN, signIn("Root"))).toBe(true);
  expect(matches(ROOT_SIGN_IN, signIn("IAMUser"))).toBe(false);
});

test("root call fires for root, not for a service that acts for root, nor for a sign-in", () => {
  expect(matches(ROOT_CALL, call({ type: "Root" }, "s3.amazonaws.com", "DeleteBucketPolicy"))).toBe(true);
  const byService = { type: "Root", invokedBy: "backup.amazonaws.com" };
  expect(matches(ROOT_CALL, call(byService, "s3.amazonaws.com", "GetBucketLocation"))).toBe(false);
  expect(matches(ROOT_CALL, signIn("Root"))).toBe(false);
});

test("root finding fires for root use, not for another finding of the same severity", () => {
  expect(matches(ROOT_FINDING, finding("Policy:IAMUser/RootCredentialUsage"))).toBe(true);
  expect(matches(ROOT_FINDING, finding("Stealth:IAMUser/CloudTrailLoggingDisabled"))).toBe(false);
});

test("a rule for severity 4 and above never sees root use", () =>
  expect(
    matches(
      { source: ["aws.guardduty"], detail: { severity: [{ numeric: [">=", 4] }] } },
      finding("Policy:IAMUser/RootCredentialUsage"),
    ),
  ).toBe(false));

test("AssumeRoot fires, AssumeRole does not", () => {
  const identity = { type: "AssumedRole" };
  expect(matches(ASSUME_ROOT, call(identity, "sts.amazonaws.com", "AssumeRoot"))).toBe(true);
  expect(matches(ASSUME_ROOT, call(identity, "sts.amazonaws.com", "AssumeRole"))).toBe(false);
});

test.each([ROOT_SIGN_IN, ROOT_CALL, ROOT_FINDING, ASSUME_ROOT])("fits the quota", (pattern) =>
  expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(EVENT_PATTERN_MAX_CHARACTERS),
);

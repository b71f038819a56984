import { catalogueJudges } from "../../../catalogue/attack-surface/index";
import type { Event } from "../../../catalogue/detection";
import { judgeOf } from "../../../catalogue/alerts/detection-judge";
import { denied, padded, roleCall, roleIdentity } from "../../../catalogue/detections/sample-calls";
import { apiCallEnvelope } from "../../../catalogue/detections/sample-events";
import { knownCallFilter, knownCallPattern } from "../../../catalogue/alerts/known-event";

const CALL = {
  account: "111111111111",
  roleArn: "arn:aws:iam::111111111111:role/org-baseline-known-event",
  rule: "org-baseline-known-event",
};

/** The record of the call, as CloudTrail writes those of a role that a service assumed. */
const RECORD = roleCall("events", "EnableRule", {
  userIdentity: { ...roleIdentity("111111111111", "org-baseline-known-event"), invokedBy: "scheduler.amazonaws.com" },
  requestParameters: { name: "org-baseline-known-event" },
  sourceIPAddress: "scheduler.amazonaws.com",
  userAgent: "scheduler.amazonaws.com",
});

const filter = judgeOf({ kind: "metric", texts: [knownCallFilter(CALL)] });
const rule = judgeOf({ kind: "event", pattern: knownCallPattern(CALL) });
const detections = catalogueJudges().detections;

test("the record comes out by the filter and by the rule", () => {
  expect(filter(RECORD).every((fired) => fired)).toBe(true);
  expect(rule(apiCallEnvelope(RECORD))).toEqual([true]);
});

test.each<[string, Event]>([
  ["another rule", { requestParameters: { name: "org-baseline-known-event-2" } }],
  ["another role", { userIdentity: roleIdentity("111111111111", "Administrator") }],
  ["a role of this name in another account", { userIdentity: roleIdentity("444444444444", CALL.rule) }],
  ["another account", { recipientAccountId: "444444444444" }],
  ["another call", { eventName: "DisableRule" }],
  ["another service", { eventSource: "scheduler.amazonaws.com" }],
  ["a call that was refused", denied({})],
  ["a call that names nothing", { requestParameters: null }],
  ["a request too large to be recorded", padded({})],
])("%s is not the known event", (_title, changes) => {
  const other = { ...RECORD, ...changes };
  expect(filter(other).some((fired) => fired)).toBe(false);
  expect(rule(apiCallEnvelope(other))).toEqual([false]);
});

test("an event that somebody sends is not the known event: its source is not one of AWS's", () => {
  expect(rule({ ...apiCallEnvelope(RECORD), source: "custom.events" })).toEqual([false]);
});

test("the call every five minutes raises no alarm", () => {
  expect(detections(RECORD)).toEqual([]);
  const assumed = roleCall("sts", "AssumeRole", {
    userIdentity: { type: "AWSService", invokedBy: "scheduler.amazonaws.com" },
    requestParameters: { roleArn: CALL.roleArn, roleSessionName: "schedule" },
    readOnly: true,
  });
  expect(detections(assumed)).toEqual([]);
});

test("whoever becomes its role is told of like anybody else", () => {
  const byRole = (eventName: string, requestParameters: Event): Event => ({ ...RECORD, eventName, requestParameters });
  expect(detections(byRole("DisableRule", { name: "org-baseline-known-event" }))).toContain("event-rule-changed");
  expect(detections(byRole("PutRule", { name: "org-baseline-known-event" }))).toContain("event-rule-changed");
  expect(detections(byRole("RemoveTargets", { rule: "org-baseline-trail-silent" }))).toContain("event-rule-changed");
});

import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { MetricFilterFacts } from "../../organization/services/alarms";
import type { TopicFacts } from "../../organization/services/topics";
import type { Subject, TriedPath } from "../../evidence/control";
import { FORWARDER_REDS, KNOWN_EVENT_REDS, MUTE_REDS } from "./carrier-reds";
import { DEAD_LETTER_REDS, DELIVERY_REDS } from "./delivery-reds";
import { EVENT_RULE_REDS } from "./event-rule-reds";
import { subject } from "./green";
import { WATCH_REDS } from "./watch-reds";
import { changed, inEachRegion, nothing, withLive, withPart, type Red } from "./red";

const ID = "org-baseline-cis-cloudwatch-1";

const filter = (change: Partial<MetricFilterFacts>) =>
  withPart("alarms", "metricFilters", (all) => all.map((each) => (each.name === ID ? { ...each, ...change } : each)));
const alarm = (name: string, change: MetricAlarm) =>
  withPart("alarms", "alarms", (all) => all.map((each) => (each.AlarmName === name ? { ...each, ...change } : each)));
const topics = (change: (topic: TopicFacts) => TopicFacts) => withPart("alarms", "topics", (all) => all.map(change));
const PATH = "alarm of log-group-changed";
const proof = (change: Partial<TriedPath>): Subject => ({
  ...subject,
  proof: subject.proof?.map((each) => (each.of === PATH ? { ...each, ...change } : each)),
});

/** The same for what tells people. */
export const ALERT_REDS: Readonly<Record<string, readonly Red[]>> = {
  filters: [
    ["one has another pattern", filter({ pattern: "{ $.nothing = 1 }" }), /^cis-cloudwatch-1: .* has another pattern$/],
    [
      "that of the known event has another pattern",
      withPart("alarms", "metricFilters", (all) =>
        all.map((each) => (each.name === "org-baseline-known-event" ? { ...each, pattern: "" } : each)),
      ),
      /known-event-missing: .* has another pattern$/,
    ],
    ["one is gone", filter({ name: "renamed" }), /cis-cloudwatch-1 does not exist/],
    ["one counts elsewhere", filter({ transformations: [] }), /counts elsewhere/],
  ],
  alarms: [
    ["its actions are off", alarm(ID, { ActionsEnabled: false }), /cis-cloudwatch-1: its actions are switched off/],
    [
      "it tells somebody else",
      alarm(ID, { AlarmActions: ["arn:aws:sns:us-east-1:111111111111:another"] }),
      /does not tell org-baseline-/,
    ],
    ["its threshold is raised", alarm(ID, { Threshold: 1000 }), /cis-cloudwatch-1: its threshold is 1000, not 1$/],
    ["it is gone", alarm(ID, { AlarmName: "renamed" }), /has no alarm/],
    [
      "silence is not told",
      alarm("org-baseline-trail-silence", { ActionsEnabled: false }),
      /trail-silence: its actions are switched off/,
    ],
    [
      "what could not be delivered has no alarm",
      alarm("org-baseline-alarms-dead-letters-delivery", { AlarmName: "org-baseline-other" }),
      /alarms-dead-letters-delivery: does not exist/,
    ],
    [
      "silence has no alarm",
      alarm("org-baseline-trail-silence", { AlarmName: "org-baseline-other" }),
      /trail-silence: does not exist/,
    ],
    [
      "the known event is not missed in the log group",
      alarm("org-baseline-known-event-log-group", { ActionsEnabled: false }),
      /known-event-log-group: its actions are switched off/,
    ],
    [
      "the known event is not missed at the rule",
      alarm("org-baseline-known-event-rule", { AlarmName: "org-baseline-other" }),
      /known-event-rule: does not exist/,
    ],
    ...WATCH_REDS,
    ["an alarm tells nobody", alarm("org-baseline-critical-delivery", { AlarmActions: [] }), /tells nobody/],
    ...DELIVERY_REDS,
    ...MUTE_REDS,
  ],
  "alert-forwarders": FORWARDER_REDS,
  "known-event": KNOWN_EVENT_REDS,
  "alert-paths": [
    ["nobody proved them", { ...subject, proof: undefined }, /^13 alert paths: no proof was given$/],
    ["one was not tried", proof({ of: "alarm of something else" }), /log-group-changed: is not in the last proof/],
    [
      "one was not seen",
      proof({ unseen: "its filter does not see the call" }),
      /log-group-changed: a call was not seen to the end \(.*\): its filter does not see the call/,
    ],
    ["the proof is of last year", proof({ at: "2025-12-01T09:00:00Z" }), /365 days ago: too long ago/],
    ["the proof is of tomorrow", proof({ at: "2026-12-03T09:00:00Z" }), /is in the future/],
  ],
  "event-rules": EVENT_RULE_REDS,
  "dead-letters": DEAD_LETTER_REDS,
  subscriptions: [
    ["a topic is gone", withPart("alarms", "topics", () => []), /org-baseline-critical: the topic does not exist/],
    ["a topic is not encrypted", topics((topic) => ({ ...topic, keyArn: undefined })), /is not encrypted/],
    ["nobody is subscribed", topics((topic) => ({ ...topic, subscriptions: [] })), /is not subscribed/],
    [
      "nobody has confirmed",
      topics((topic) => ({
        ...topic,
        subscriptions: topic.subscriptions.map((each) => ({ ...each, confirmed: false })),
      })),
      /has not confirmed: nothing reaches it/,
    ],
    [
      "the second channel is gone",
      withPart("secondChannel", "topics", () => []),
      /second-channel: the topic does not exist/,
    ],
  ],
  "threat-detection": [
    [
      "nobody administers it",
      inEachRegion(({ administrators }) => ({ administrators: changed(administrators, () => []) })),
      /us-east-1: administrator: nobody/,
    ],
    [
      "a detector is suspended",
      inEachRegion(({ management }) => ({
        management: changed(management, (found) => found && { ...found, status: "DISABLED" }),
      })),
      /eu-west-1: management account: the detector is suspended/,
    ],
    ["a detector is gone", inEachRegion(() => ({ security: nothing })), /security account: no detector/],
    [
      "new accounts are left out",
      inEachRegion(() => ({ organization: { ...nothing, value: { autoEnableMembers: "NEW", features: [] } } })),
      /auto-enable is NEW/,
    ],
    [
      "a member is left out",
      withLive(({ members }) => ({
        members: members.map((each) => ({ ...each, members: changed(each.members, (all) => all.slice(1)) })),
      })),
      /2 of 3 active accounts are watched, not 111111111111/,
    ],
  ],
};

import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { BUS_PERMISSION_CALLS, QUEUE_CALLS, RULE_CALLS, SCHEDULE_CALLS, TARGET_CALLS } from "../protected-calls";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const DISABLED = roleCall("events", "DisableRule", {
  requestParameters: { name: "org-baseline-management-root-console-login" },
});

const SCHEDULE_CHANGED = roleCall("scheduler", "UpdateSchedule", {
  requestParameters: { name: "org-baseline-known-event", groupName: "org-baseline-known-event", state: "DISABLED" },
});

const PURGED = roleCall("sqs", "PurgeQueue", {
  recipientAccountId: "222222222222",
  requestParameters: {
    queueUrl: "https://sqs.us-east-1.amazonaws.com/222222222222/org-baseline-threat-detection-dead-letters",
  },
});

export const eventRuleChanged = {
  id: "event-rule-changed",
  set: "blinding",
  title: "An event rule, its dead-letter queue, the alert bus or the known event changed",
  severity: "critical",
  rationale:
    "Rules bring the fast alarms and the findings of GuardDuty to a person. A disabled rule fails nowhere. The schedule makes the call that shows they work.",
  response: [
    "Read eventSource, eventName, requestParameters.name, .rule or .queueUrl, recipientAccountId and userIdentity.arn, from 15 minutes before the alarm.",
    "Not a deployment of yours: a plan of the stacks alarms and threat-detection shows what to restore.",
    "Read the findings of the security account since eventTime in the GuardDuty console: they were not told.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1562.008" }],
  path: watching(
    ({ name, managementAccount, securityAccount }) => {
      const accounts = [...new Set([managementAccount, securityAccount])];
      return [
        watch({
          service: "events",
          calls: { ...RULE_CALLS, DeleteEventBus: ["bus"] },
          of: { fields: ["name"], names: [`${name}-*`] },
          accounts,
        }),
        watch({
          service: "events",
          calls: TARGET_CALLS,
          of: { fields: ["rule"], names: [`${name}-*`] },
          accounts,
        }),
        // Without a name it is the default bus.
        watch({
          service: "events",
          calls: BUS_PERMISSION_CALLS,
          of: {
            fields: ["eventBusName"],
            names: ["default", "*:event-bus/default", `${name}-*`, `*:event-bus/${name}-*`],
          },
          accounts,
        }),
        // The default bus has a key too: with the key of somebody else nothing is delivered.
        watch({ service: "events", calls: { UpdateEventBus: ["bus"] }, accounts }),
        // By its URL, which ends in the name.
        watch({
          service: "sqs",
          calls: QUEUE_CALLS,
          of: { fields: ["queueUrl"], names: [`*/${name}-*`] },
          accounts,
        }),
        watch({
          service: "scheduler",
          calls: SCHEDULE_CALLS,
          of: { fields: ["name"], names: [`${name}-*`] },
          accounts: [managementAccount],
        }),
      ];
    },
    [
      { account: "management", region: "home" },
      { account: "management", region: "global" },
      { account: "security", region: "governed" },
      { account: "security", region: "global" },
    ],
  ),
  fires: [
    PURGED,
    padded({ ...PURGED, eventName: "SetQueueAttributes" }),
    ...[SCHEDULE_CHANGED, padded(SCHEDULE_CHANGED), { ...SCHEDULE_CHANGED, eventName: "DeleteSchedule" }],
    padded({ ...DISABLED, eventName: "PutTargets" }),
    roleCall("events", "UpdateEventBus", { requestParameters: { name: "default", kmsKeyIdentifier: "example" } }),
    DISABLED,
    roleCall("events", "RemoveTargets", { requestParameters: { rule: "org-baseline-guardduty-high", ids: ["alert"] } }),
    roleCall("events", "RemovePermission", { requestParameters: { eventBusName: "org-baseline-alerts" } }),
  ],
  ignores: [
    { ...PURGED, requestParameters: { queueUrl: "https://sqs.us-east-1.amazonaws.com/222222222222/orders" } },
    { ...PURGED, recipientAccountId: "444444444444" },
    { ...SCHEDULE_CHANGED, requestParameters: { name: "nightly-report", groupName: "default" } },
    { ...SCHEDULE_CHANGED, recipientAccountId: "222222222222" },
    { ...DISABLED, recipientAccountId: "444444444444" },
    denied(DISABLED),
    { ...DISABLED, requestParameters: { name: "nightly-report" } },
    { ...DISABLED, eventName: "DescribeRule", readOnly: true },
  ],
} as const satisfies CatalogueDetection;

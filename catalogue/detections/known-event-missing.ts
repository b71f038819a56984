import type { CatalogueDetection } from "../alerts/detection-sets";
import { alarmEnvelope } from "./sample-events";

export const knownEventMissing = {
  id: "known-event-missing",
  set: "blinding",
  title: "A call that is made every five minutes did not come out",
  severity: "critical",
  rationale:
    "Whoever may write to the log group can feign that the trail lives. So a schedule makes a harmless call every five minutes, and its record must come out twice: of the log group, and of the default event bus, where no caller can feign it. After the first deployment both alarms stand until the first records come.",
  response: [
    "Read detail.alarmName. known-event-rule: the trail, the default bus or the rule is broken. known-event-log-group alone: the delivery to the log group is. Both: the trail or the schedule.",
    "Run aws cloudtrail get-trail-status --name <trail> and aws scheduler get-schedule --name <name>-known-event --group-name <name>-known-event: IsLogging, LatestCloudWatchLogsDeliveryError and State, now and from 60 minutes before the alarm on.",
    "Look for the call in CloudTrail's event history (EnableRule by the role <name>-known-event). It is there: the way from the trail is broken. It is not: the schedule or its role is. A plan of the stacks audit-trail and alarms shows what changed.",
    "Until it is mended, search the bucket (docs/runbooks/archive-queries.md) for root activity every hour.",
  ],
  latency: "30 minutes",
  references: [
    { source: "MITRE ATT&CK", control: "T1562.008" },
    { source: "EventBridge User Guide", control: "monitoring: Invocations" },
    { source: "EventBridge Scheduler User Guide", control: "using universal targets" },
  ],
  path: {
    kind: "event",
    byAlarm: true,
    arrives: [{ account: "management", region: "home" }],
    pattern: ({ name }) => ({
      source: ["aws.cloudwatch"],
      "detail-type": ["CloudWatch Alarm State Change"],
      detail: {
        alarmName: [`${name}-known-event-log-group`, `${name}-known-event-rule`],
        state: { value: ["ALARM"] },
      },
    }),
  },
  fires: [alarmEnvelope("org-baseline-known-event-log-group"), alarmEnvelope("org-baseline-known-event-rule")],
  ignores: [
    alarmEnvelope("org-baseline-known-event-rule", "OK"),
    alarmEnvelope("org-baseline-known-event-delivery"),
    alarmEnvelope("org-baseline-trail-silence"),
  ],
} as const satisfies CatalogueDetection;

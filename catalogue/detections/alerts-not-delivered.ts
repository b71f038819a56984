import type { CatalogueDetection } from "../alerts/detection-sets";
import { alarmEnvelope } from "./sample-events";

export const alertsNotDelivered = {
  id: "alerts-not-delivered",
  set: "blinding",
  title: "A message about an alert was not delivered",
  severity: "critical",
  rationale:
    "EventBridge and SNS fail quietly: a key, a topic policy or an endpoint that refuses them costs a message and tells nobody. Alarms watch both, and in every Region the queue into which EventBridge puts what a target did not take; this carries their word on, to the second channel as well.",
  response: [
    "Read detail.alarmName: it names the rule, the topic or the dead-letter queue, since detail.state.timestamp. The messages of a queue name rule, target and error, in the account and the Region of the alarm.",
    "Look at the policy of the topic and its key, and at the endpoint; a plan of the stacks alarms and threat-detection shows what changed.",
    "Read the saved queries of the critical detections from 60 minutes before the alarm on: their messages may be missing.",
  ],
  latency: "about 5 to 10 minutes",
  references: [
    { source: "EventBridge User Guide", control: "monitoring: FailedInvocations" },
    { source: "EventBridge User Guide", control: "using dead-letter queues to process undelivered events" },
    { source: "SNS Developer Guide", control: "monitoring: NumberOfNotificationsFailed" },
  ],
  path: {
    kind: "event",
    byAlarm: true,
    arrives: [
      { account: "management", region: "home" },
      { account: "management", region: "global" },
      { account: "management", region: "organizations" },
      { account: "management", region: "governed" },
      { account: "security", region: "home" },
      { account: "security", region: "global" },
      { account: "security", region: "governed" },
    ],
    pattern: ({ name }) => ({
      source: ["aws.cloudwatch"],
      "detail-type": ["CloudWatch Alarm State Change"],
      detail: { alarmName: [{ wildcard: `${name}-*-delivery` }], state: { value: ["ALARM"] } },
    }),
  },
  fires: [
    alarmEnvelope("org-baseline-guardduty-root-actor-delivery"),
    alarmEnvelope("org-baseline-critical-delivery"),
    alarmEnvelope("org-baseline-threat-detection-dead-letters-delivery"),
  ],
  ignores: [
    alarmEnvelope("org-baseline-critical-delivery", "OK"),
    alarmEnvelope("org-baseline-root-console-login"),
    alarmEnvelope("orders-delivery"),
  ],
} as const satisfies CatalogueDetection;

import type { CatalogueDetection } from "../alerts/detection-sets";
import { alarmEnvelope } from "./sample-events";

export const trailSilent = {
  id: "trail-silent",
  set: "blinding",
  title: "No event of the trail reached its log group for half an hour",
  severity: "critical",
  rationale:
    "Whatever stops delivery, an attack, a quota or a fault of AWS, ends every filter without a word. An organization is never silent for half an hour. After the first deployment it tells once, until the first events come. Whoever may write to the log group can feign life.",
  response: [
    "Run aws cloudtrail get-trail-status --name <trail>: IsLogging, LatestCloudWatchLogsDeliveryError and LatestCloudWatchLogsDeliveryTime, now and from 60 minutes before the alarm on.",
    "Look at the delivery role, the log group and its key: a plan of the stack audit-trail shows what changed.",
    "Until it is mended, search the bucket (docs/runbooks/archive-queries.md) for root activity every hour.",
  ],
  latency: "30 minutes",
  references: [
    { source: "MITRE ATT&CK", control: "T1562.008" },
    { source: "CloudWatch Logs User Guide", control: "monitoring: IncomingLogEvents" },
  ],
  path: {
    kind: "event",
    byAlarm: true,
    arrives: [{ account: "management", region: "home" }],
    pattern: ({ name }) => ({
      source: ["aws.cloudwatch"],
      "detail-type": ["CloudWatch Alarm State Change"],
      detail: { alarmName: [`${name}-trail-silence`], state: { value: ["ALARM"] } },
    }),
  },
  fires: [
    alarmEnvelope("org-baseline-trail-silence"),
    { ...alarmEnvelope("org-baseline-trail-silence"), id: "example" },
  ],
  ignores: [alarmEnvelope("org-baseline-trail-silence", "OK"), alarmEnvelope("org-baseline-trail-changed")],
} as const satisfies CatalogueDetection;

import type { CatalogueDetection } from "../alerts/detection-sets";
import { findingEnvelope } from "./sample-events";

export const guarddutyStealth = {
  id: "guardduty-stealth",
  set: "blinding",
  title: "GuardDuty saw somebody hide traces",
  severity: "high",
  rationale:
    "A trail that was stopped, a password policy that was weakened. GuardDuty rates most of them Low, so the usual rule on severity never shows them. It reads CloudTrail by itself, so this still comes when the trail is stopped, which ends both the filters and the event rules.",
  response: [
    "Read detail.accountId, detail.region, detail.type and detail.resource.accessKeyDetails.userName of the finding.",
    "Find the call in the trail: eventSource cloudtrail, s3 or iam in that account, from 60 minutes before detail.service.eventFirstSeen.",
    "Not a deployment of yours: undo it and treat it as an incident.",
  ],
  latency: "5 to 15 minutes",
  references: [
    { source: "GuardDuty User Guide", control: "Stealth:IAMUser/CloudTrailLoggingDisabled" },
    { source: "GuardDuty User Guide", control: "Stealth:IAMUser/PasswordPolicyChange" },
    { source: "MITRE ATT&CK", control: "T1562.008" },
  ],
  path: {
    kind: "finding",
    pattern: {
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { type: [{ prefix: "Stealth:IAMUser/" }] },
    },
  },
  fires: [
    findingEnvelope("Stealth:IAMUser/CloudTrailLoggingDisabled", 2),
    findingEnvelope("Stealth:IAMUser/PasswordPolicyChange", 5),
  ],
  ignores: [
    findingEnvelope("Recon:IAMUser/MaliciousIPCaller", 5),
    findingEnvelope("Stealth:S3/ServerAccessLoggingDisabled", 2),
  ],
} as const satisfies CatalogueDetection;

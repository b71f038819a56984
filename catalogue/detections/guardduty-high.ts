import type { CatalogueDetection } from "../alerts/detection-sets";
import { findingEnvelope } from "./sample-events";

export const guarddutyHigh = {
  id: "guardduty-high",
  set: "guardduty",
  title: "GuardDuty finding of high severity",
  severity: "high",
  rationale: "A resource is probably compromised. Not about root, but a way to it.",
  response: [
    "Read detail.accountId, detail.region, detail.type and detail.resource of the finding.",
    "Follow the remediation that GuardDuty's documentation gives for detail.type, within the hour.",
  ],
  latency: "5 to 15 minutes",
  references: [{ source: "GuardDuty User Guide", control: "severity levels" }],
  path: {
    kind: "finding",
    pattern: {
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { severity: [{ numeric: [">=", 7, "<", 9] }] },
    },
  },
  fires: [
    findingEnvelope("UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS", 8),
    findingEnvelope("Backdoor:EC2/C&CActivity.B", 7),
  ],
  ignores: [
    findingEnvelope("Recon:IAMUser/MaliciousIPCaller", 5),
    findingEnvelope("AttackSequence:IAM/CompromisedCredentials", 9),
  ],
} as const satisfies CatalogueDetection;

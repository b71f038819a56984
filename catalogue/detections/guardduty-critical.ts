import type { CatalogueDetection } from "../alerts/detection-sets";
import { findingEnvelope } from "./sample-events";

export const guarddutyCritical = {
  id: "guardduty-critical",
  set: "guardduty",
  title: "GuardDuty finding of critical severity",
  severity: "critical",
  rationale: "An attack in several steps that GuardDuty has put together.",
  response: [
    "Read detail.accountId, detail.region, detail.type and detail.resource of the finding.",
    "It is an incident: isolate what detail.resource names, and revoke its credentials, now.",
    "List what the account's root user did: userIdentity.type = Root and recipientAccountId, over the last 24 hours.",
  ],
  latency: "5 to 15 minutes",
  references: [{ source: "GuardDuty User Guide", control: "severity levels" }],
  path: {
    kind: "finding",
    pattern: {
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { severity: [{ numeric: [">=", 9] }] },
    },
  },
  fires: [
    findingEnvelope("AttackSequence:IAM/CompromisedCredentials", 9),
    findingEnvelope("AttackSequence:S3/CompromisedData", 9.5),
  ],
  ignores: [findingEnvelope("Backdoor:EC2/C&CActivity.B", 8), findingEnvelope("Policy:IAMUser/RootCredentialUsage", 2)],
} as const satisfies CatalogueDetection;

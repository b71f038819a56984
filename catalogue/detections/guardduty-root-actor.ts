import type { CatalogueDetection } from "../alerts/detection-sets";
import { byActor, findingEnvelope } from "./sample-events";

export const guarddutyRootActor = {
  id: "guardduty-root-actor",
  set: "guardduty-root",
  title: "GuardDuty saw a root user do something suspicious",
  severity: "critical",
  rationale:
    "Any other finding whose actor is root: unusual calls, a known bad address, a switched-off trail. The mere use of root has a detection of its own. AWS documents the field userType but not its value for root, so this comes beside the detections on the trail and replaces none of them.",
  response: [
    "Read detail.accountId, detail.region, detail.type and detail.service.action of the finding.",
    "Call the custodians of that account. It is an incident until they explain it.",
    "List what root did there: userIdentity.type = Root and recipientAccountId, from 24 hours before detail.service.eventFirstSeen on.",
  ],
  latency: "5 to 15 minutes",
  references: [{ source: "GuardDuty User Guide", control: "IAM finding types" }],
  path: {
    kind: "finding",
    pattern: {
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: {
        type: [
          {
            "anything-but": ["Policy:IAMUser/RootCredentialUsage", "Policy:IAMUser/ShortTermRootCredentialUsage"],
          },
        ],
        resource: { accessKeyDetails: { userType: ["Root"] } },
      },
    },
  },
  fires: [
    byActor("Recon:IAMUser/MaliciousIPCaller", 5, "Root", "Root"),
    byActor("Stealth:IAMUser/CloudTrailLoggingDisabled", 2, "Root", "Root"),
  ],
  ignores: [
    byActor("Recon:IAMUser/MaliciousIPCaller", 5, "IAMUser", "root"),
    byActor("Policy:IAMUser/RootCredentialUsage", 2, "Root", "Root"),
    findingEnvelope("UnauthorizedAccess:EC2/SSHBruteForce", 2),
  ],
} as const satisfies CatalogueDetection;

import type { CatalogueDetection } from "../alerts/detection-sets";
import { findingEnvelope } from "./sample-events";

export const guarddutyRootCredentialUsage = {
  id: "guardduty-root-credential-usage",
  set: "guardduty-root",
  title: "GuardDuty saw root credentials in use",
  severity: "high",
  rationale:
    "GuardDuty rates both findings Low, so the usual rule on severity 4 and above never shows them. They are matched by type: they come from another service and another path than the trail's alarms, so blinding one does not blind the other.",
  response: [
    "Read detail.accountId, detail.region and detail.service.action of the finding.",
    "ShortTermRootCredentialUsage: find the AssumeRoot event of the last 60 minutes whose requestParameters.targetPrincipal is that account, and ask its caller.",
    "RootCredentialUsage without a root session behind it: treat it as an incident.",
  ],
  latency: "5 to 15 minutes",
  references: [
    { source: "GuardDuty User Guide", control: "Policy:IAMUser/RootCredentialUsage" },
    { source: "GuardDuty User Guide", control: "Policy:IAMUser/ShortTermRootCredentialUsage" },
  ],
  path: {
    kind: "finding",
    pattern: {
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { type: ["Policy:IAMUser/RootCredentialUsage", "Policy:IAMUser/ShortTermRootCredentialUsage"] },
    },
  },
  fires: [
    findingEnvelope("Policy:IAMUser/RootCredentialUsage", 2),
    findingEnvelope("Policy:IAMUser/ShortTermRootCredentialUsage", 2),
  ],
  ignores: [
    findingEnvelope("Recon:IAMUser/MaliciousIPCaller", 5),
    findingEnvelope("Stealth:IAMUser/CloudTrailLoggingDisabled", 2),
    { ...findingEnvelope("Policy:IAMUser/RootCredentialUsage", 2), source: "example.guardduty" },
  ],
} as const satisfies CatalogueDetection;

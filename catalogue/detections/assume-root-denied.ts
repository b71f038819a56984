import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, calls, is, metric } from "../filter";
import { denied, roleCall } from "./sample-calls";
import { AUDIT_ROLE, assumeRoot } from "./sample-root-sessions";

export const assumeRootDenied = {
  id: "assume-root-denied",
  set: "central-root",
  title: "A root session was refused",
  severity: "high",
  rationale:
    "Somebody asked for root and the guardrail, or a missing permission, said no. A person who took the wrong role does it once; an intruder who looks for a way does it again.",
  response: [
    "Group by userIdentity.arn, sourceIPAddress and requestParameters.targetPrincipal over the last 24 hours.",
    "Ask the caller. Unknown, or several targets: revoke the caller's sessions and treat it as an incident.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.1" },
    { source: "MITRE ATT&CK", control: "T1548" },
  ],
  path: metric(allOf(calls("sts", ["AssumeRoot"]), is("errorCode", "AccessDenied*"))),
  fires: [
    denied(assumeRoot("Administrator", "IAMAuditRootUserCredentials")),
    denied(assumeRoot(AUDIT_ROLE, "IAMCreateRootUserPassword", { requestParameters: null })),
  ],
  ignores: [
    assumeRoot("Administrator", "IAMAuditRootUserCredentials"),
    denied(roleCall("sts", "AssumeRole")),
    assumeRoot("Administrator", "IAMAuditRootUserCredentials", { errorCode: "ExpiredTokenException" }),
  ],
} as const satisfies CatalogueDetection;

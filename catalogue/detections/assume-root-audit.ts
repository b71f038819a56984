import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, byBreakGlass, calls, is, metric, succeeded } from "../filter";
import { denied } from "./sample-calls";
import { AUDIT_ROLE, assumeRoot, UNLOCK_ROLE } from "./sample-root-sessions";
import { ROOT_API_CALL } from "./sample-events";

const AUDIT = assumeRoot(AUDIT_ROLE, "IAMAuditRootUserCredentials");

export const assumeRootAudit = {
  id: "assume-root-audit",
  set: "central-root",
  title: "A break-glass role opened a root session for an audit",
  severity: "low",
  rationale:
    "Read only, and expected whenever somebody audits root credentials. Kept so that the weekly review can ask for every session: who, why, which account.",
  response: [
    "List the sessions of the last 7 days: userIdentity.arn, requestParameters.targetPrincipal and eventTime.",
    "Match each with its ticket. One without a ticket is asked about within the day.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.1" },
    { source: "IAM User Guide", control: "track privileged tasks" },
  ],
  path: metric(({ breakGlassRoles }) =>
    byBreakGlass(
      breakGlassRoles,
      allOf(
        calls("sts", ["AssumeRoot"]),
        is("requestParameters.taskPolicyArn.arn", "*/IAMAuditRootUserCredentials"),
        succeeded,
      ),
    ),
  ),
  fires: [AUDIT, assumeRoot(UNLOCK_ROLE, "IAMAuditRootUserCredentials")],
  ignores: [
    denied(AUDIT),
    assumeRoot(AUDIT_ROLE, "IAMCreateRootUserPassword"),
    assumeRoot("Administrator", "IAMAuditRootUserCredentials"),
    ROOT_API_CALL,
  ],
} as const satisfies CatalogueDetection;

import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, byBreakGlass, calls, isOneOf, metric, succeeded } from "../filter";
import { denied } from "./sample-calls";
import { AUDIT_ROLE, assumeRoot, UNLOCK_ROLE } from "./sample-root-sessions";

const PASSWORD = assumeRoot(AUDIT_ROLE, "IAMCreateRootUserPassword");

export const assumeRootDoorOpened = {
  id: "assume-root-door-opened",
  set: "central-root",
  title: "A break-glass role opened a root session that creates a password or deletes credentials",
  severity: "high",
  rationale:
    "The first task reopens root sign-in of a member account, the second cannot be undone and can lock a custodian out. Any break-glass role counts, also one that should not have the task.",
  response: [
    "Read userIdentity.arn, requestParameters.targetPrincipal and requestParameters.taskPolicyArn.arn, from 15 minutes before the alarm.",
    "Call the person and match it with the ticket and its approver.",
    "Nobody approved it: delete the root credentials of the target again and watch for PasswordRecoveryRequested of that account for 24 hours.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.1" },
    { source: "MITRE ATT&CK", control: "T1098" },
  ],
  path: metric(({ breakGlassRoles }) =>
    byBreakGlass(
      breakGlassRoles,
      allOf(
        calls("sts", ["AssumeRoot"]),
        isOneOf("requestParameters.taskPolicyArn.arn", [
          "*/IAMCreateRootUserPassword",
          "*/IAMDeleteRootUserCredentials",
        ]),
        succeeded,
      ),
    ),
  ),
  fires: [PASSWORD, assumeRoot(UNLOCK_ROLE, "IAMDeleteRootUserCredentials")],
  ignores: [
    denied(PASSWORD),
    assumeRoot(AUDIT_ROLE, "IAMAuditRootUserCredentials"),
    assumeRoot("Administrator", "IAMCreateRootUserPassword"),
  ],
} as const satisfies CatalogueDetection;

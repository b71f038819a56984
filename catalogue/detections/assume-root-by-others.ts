import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, calls, metric, SESSION_ROLE, isNoneOf, succeeded } from "../filter";
import { denied, roleCall, roleIdentity } from "./sample-calls";
import { AUDIT_ROLE, assumeRoot } from "./sample-root-sessions";
import { USER_SIGN_IN } from "./sample-events";

const BY_ADMINISTRATOR = assumeRoot("Administrator", "IAMAuditRootUserCredentials");

export const assumeRootByOthers = {
  id: "assume-root-by-others",
  set: "central-root",
  title: "Somebody else than a break-glass role opened a root session",
  severity: "critical",
  rationale:
    "Delegation alone lets every administrator of the security account open root sessions, with any task. With restrict-root-sessions attached only the management account still can; either way it went around the break-glass roles.",
  response: [
    "Read userIdentity.arn, sourceIPAddress, requestParameters.targetPrincipal and responseElements.credentials.accessKeyId, from 15 minutes before the alarm.",
    "Revoke the caller's sessions. A root session lasts at most 15 minutes and cannot be revoked by itself.",
    "List what it did: userIdentity.accessKeyId = that key, recipientAccountId = the target, within 15 minutes after it. Undo bucket, queue and credential changes.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.1" },
    { source: "MITRE ATT&CK", control: "T1548" },
  ],
  path: metric(({ breakGlassRoles }) => {
    const opened = allOf(calls("sts", ["AssumeRoot"]), succeeded);
    return breakGlassRoles.length === 0 ? opened : allOf(opened, isNoneOf(SESSION_ROLE, breakGlassRoles));
  }),
  fires: [
    BY_ADMINISTRATOR,
    { ...BY_ADMINISTRATOR, userIdentity: USER_SIGN_IN["userIdentity"] },
    // The attack: the name of a break-glass role, in another account.
    { ...BY_ADMINISTRATOR, userIdentity: roleIdentity("111111111111", AUDIT_ROLE) },
  ],
  ignores: [
    denied(BY_ADMINISTRATOR),
    assumeRoot(AUDIT_ROLE, "IAMAuditRootUserCredentials"),
    roleCall("sts", "AssumeRole", { readOnly: true }),
  ],
} as const satisfies CatalogueDetection;

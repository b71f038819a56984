import type { Event } from "../detection";
import { roleCall, roleIdentity } from "./sample-calls";

/**
 * AssumeRoot calls as CloudTrail records them. Source: IAM User Guide, "Track privileged tasks in CloudTrail". The
 * caller is a role session; the record of what is done inside the session has another shape (type Root, in the member).
 */
export const assumeRoot = (role: string, task: string, changes: Event = {}): Event =>
  roleCall("sts", "AssumeRoot", {
    userIdentity: roleIdentity("222222222222", role),
    requestParameters: {
      targetPrincipal: "444444444444",
      taskPolicyArn: { arn: `arn:aws:iam::aws:policy/root-task/${task}` },
    },
    responseElements: {
      credentials: {
        accessKeyId: "ASIAIOSFODNN7EXAMPLE",
        sessionToken: "example",
        expiration: "Jan 15, 2026, 10:17:11 AM",
      },
    },
    readOnly: true,
    recipientAccountId: "222222222222",
    ...changes,
  });

/** The break-glass roles of the proof settings. */
export const AUDIT_ROLE = "org-baseline-break-glass-audit";
export const UNLOCK_ROLE = "org-baseline-break-glass-unlock-bucket";

import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, byBreakGlass, calls, isOneOf, metric, succeeded } from "../filter";
import { denied } from "./sample-calls";
import { AUDIT_ROLE, assumeRoot, UNLOCK_ROLE } from "./sample-root-sessions";

const UNLOCK = assumeRoot(UNLOCK_ROLE, "S3UnlockBucketPolicy");

export const assumeRootUnlock = {
  id: "assume-root-unlock",
  set: "central-root",
  title: "A break-glass role opened a root session to unlock a bucket or a queue",
  severity: "medium",
  rationale:
    "The session can replace the policy of any bucket or queue of the account. Sanctioned and rare; somebody besides its caller should know of each.",
  response: [
    "Read userIdentity.arn, requestParameters.targetPrincipal and responseElements.credentials.accessKeyId, from 15 minutes before the alarm.",
    "List what the session did: userIdentity.accessKeyId = that key, recipientAccountId = the target, within 15 minutes after it.",
    "Match it with its ticket. More than one bucket or queue, or no ticket: treat it as an incident.",
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
        isOneOf("requestParameters.taskPolicyArn.arn", ["*/S3UnlockBucketPolicy", "*/SQSUnlockQueuePolicy"]),
        succeeded,
      ),
    ),
  ),
  fires: [UNLOCK, assumeRoot(UNLOCK_ROLE, "SQSUnlockQueuePolicy")],
  ignores: [
    denied(UNLOCK),
    assumeRoot(AUDIT_ROLE, "IAMAuditRootUserCredentials"),
    assumeRoot("Administrator", "S3UnlockBucketPolicy"),
  ],
} as const satisfies CatalogueDetection;

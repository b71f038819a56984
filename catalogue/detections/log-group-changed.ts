import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../detection-sets";
import { allOf, calls, is, metric, succeeded } from "../filter";
import { denied, roleCall } from "./sample-calls";

const DELETED = roleCall("logs", "DeleteLogGroup", { requestParameters: { logGroupName: "org-baseline-trail" } });

export const logGroupChanged = {
  id: "log-group-changed",
  set: "blinding",
  title: "The trail's log group lost events, retention or its key",
  severity: "critical",
  rationale: "Every metric filter reads this log group. Without it the alarms stay green for ever.",
  response: [
    "Read eventName, userIdentity.arn and sourceIPAddress, from 15 minutes before the alarm.",
    "Not a deployment of yours: a plan of the stack audit-trail shows what to restore. What was deleted is still in the bucket.",
    "Search the bucket (docs/runbooks/archive-queries.md) for root activity since eventTime: no alarm has seen it.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1562.008" }],
  path: metric(({ trailLogGroup }) =>
    allOf(
      calls("logs", [
        "DeleteLogGroup",
        "DeleteLogStream",
        "PutRetentionPolicy",
        "DisassociateKmsKey",
        "AssociateKmsKey",
      ]),
      is("requestParameters.logGroupName", trailLogGroup),
      succeeded,
    ),
  ),
  fires: [
    DELETED,
    roleCall("logs", "PutRetentionPolicy", {
      requestParameters: { logGroupName: "org-baseline-trail", retentionInDays: 1 },
    }),
  ],
  ignores: [
    denied(DELETED),
    { ...DELETED, requestParameters: { logGroupName: "/aws/lambda/example" } },
    roleCall("logs", "DescribeLogGroups", {
      requestParameters: { logGroupName: "org-baseline-trail" },
      readOnly: true,
    }),
  ],
} as const satisfies CatalogueDetection;

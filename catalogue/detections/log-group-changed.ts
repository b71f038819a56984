import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

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
  path: watching(
    ({ trailLogGroup, managementAccount }) => [
      watch({
        service: "logs",
        calls: {
          DeleteLogGroup: ["log-group", "filter"],
          DeleteLogStream: "what is stored goes, what comes is still filtered",
          PutRetentionPolicy: "what is stored goes sooner, what comes is still filtered",
          PutSubscriptionFilter: "a copy goes out, delivery goes on",
        },
        of: { fields: ["logGroupName"], names: [trailLogGroup] },
        accounts: [managementAccount],
      }),
      watch({
        service: "logs",
        calls: { AssociateKmsKey: ["log-group"], DisassociateKmsKey: "delivery goes on without the key" },
        of: {
          fields: ["logGroupName", "resourceIdentifier"],
          names: [trailLogGroup, `*:log-group:${trailLogGroup}*`],
        },
        accounts: [managementAccount],
      }),
      watch({
        service: "logs",
        calls: {
          PutDataProtectionPolicy: ["log-group"],
          PutTransformer: "our filters read the events as they came",
          PutBearerTokenAuthentication: "others may write to it, delivery goes on",
          PutLogGroupDeletionProtection: "the deletion itself is watched",
        },
        of: { fields: ["logGroupIdentifier"], names: [trailLogGroup, `*:log-group:${trailLogGroup}*`] },
        accounts: [managementAccount],
      }),
      watch({
        service: "logs",
        // They hold for every log group of the account. A resource policy may deny, too.
        calls: {
          PutAccountPolicy: ["log-group"],
          PutResourcePolicy: ["log-group"],
          DeleteAccountPolicy: "what an account policy did ends",
        },
        accounts: [managementAccount],
      }),
    ],
    [{ account: "management", region: "home" }],
  ),
  fires: [
    padded(DELETED),
    roleCall("logs", "AssociateKmsKey", {
      requestParameters: { resourceIdentifier: "arn:aws:logs:us-east-1:111111111111:log-group:org-baseline-trail:*" },
    }),
    roleCall("logs", "PutDataProtectionPolicy", { requestParameters: { logGroupIdentifier: "org-baseline-trail" } }),
    roleCall("logs", "PutAccountPolicy", {
      requestParameters: { policyName: "mask", policyType: "DATA_PROTECTION_POLICY" },
    }),
    DELETED,
    roleCall("logs", "PutResourcePolicy", { requestParameters: { policyName: "example", policyDocument: "example" } }),
    roleCall("logs", "PutRetentionPolicy", {
      requestParameters: { logGroupName: "org-baseline-trail", retentionInDays: 1 },
    }),
  ],
  ignores: [
    { ...padded(DELETED), recipientAccountId: "444444444444" },
    { ...DELETED, recipientAccountId: "444444444444" },
    roleCall("logs", "PutDataProtectionPolicy", { requestParameters: { logGroupIdentifier: "/aws/lambda/example" } }),
    denied(DELETED),
    { ...DELETED, requestParameters: { logGroupName: "/aws/lambda/example" } },
    roleCall("logs", "DescribeLogGroups", {
      requestParameters: { logGroupName: "org-baseline-trail" },
      readOnly: true,
    }),
  ],
} as const satisfies CatalogueDetection;

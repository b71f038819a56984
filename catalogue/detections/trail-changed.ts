import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { TRAIL_CALLS } from "../protected-calls";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const STOPPED = roleCall("cloudtrail", "StopLogging", { requestParameters: { name: "org-baseline-trail" } });

export const trailChanged = {
  id: "trail-changed",
  set: "blinding",
  title: "The organization trail was stopped, changed or deleted",
  severity: "critical",
  rationale:
    "Every other detection on the trail goes quiet with it. GuardDuty and the event rules do not, so this comes by another path as well.",
  response: [
    "Read eventName, userIdentity.arn and sourceIPAddress, from 15 minutes before the alarm.",
    "Not a deployment of yours: aws cloudtrail start-logging --name <trail>, then a plan of the stack audit-trail shows what else changed.",
    "Find the hole: compare the trail's LatestDeliveryTime with eventTime, and read CloudTrail's event history of the accounts for that time.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1562.008" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "5.5" },
  ],
  path: watching(
    ({ trailName, managementAccount, baselineAccounts }) => [
      watch({
        service: "cloudtrail",
        calls: TRAIL_CALLS,
        // A delegated administrator of CloudTrail changes it from another account, by its ARN.
        of: {
          fields: ["name", "trailName"],
          names: [trailName],
          arns: [`*:${managementAccount}:trail/${trailName}`],
        },
        accounts: baselineAccounts,
      }),
    ],
    [{ account: "management", region: "home" }],
  ),
  fires: [
    padded(roleCall("cloudtrail", "PutEventSelectors")),
    {
      ...STOPPED,
      requestParameters: { name: "arn:aws:cloudtrail:us-east-1:111111111111:trail/org-baseline-trail" },
      recipientAccountId: "555555555555",
    },
    STOPPED,
    { ...STOPPED, requestParameters: { name: "arn:aws:cloudtrail:us-east-1:111111111111:trail/org-baseline-trail" } },
    roleCall("cloudtrail", "PutEventSelectors", { requestParameters: { trailName: "org-baseline-trail" } }),
  ],
  ignores: [
    { ...padded(roleCall("cloudtrail", "PutEventSelectors")), recipientAccountId: "444444444444" },
    { ...STOPPED, recipientAccountId: "444444444444" },
    roleCall("cloudtrail", "PutEventSelectors", { requestParameters: { trailName: "another" } }),
    denied(STOPPED),
    { ...STOPPED, requestParameters: { name: "not-org-baseline-trail" } },
    roleCall("cloudtrail", "GetTrailStatus", { requestParameters: { name: "org-baseline-trail" }, readOnly: true }),
  ],
} as const satisfies CatalogueDetection;

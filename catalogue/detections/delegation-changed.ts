import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, calls, metric, succeeded } from "../filter";
import { denied, roleCall } from "./sample-calls";

const DEREGISTERED = roleCall("organizations", "DeregisterDelegatedAdministrator", {
  requestParameters: { accountId: "222222222222", servicePrincipal: "iam.amazonaws.com" },
});

export const delegationChanged = {
  id: "delegation-changed",
  set: "central-root",
  title: "Trusted access of a service or a delegated administrator changed",
  severity: "medium",
  rationale:
    "Whoever becomes the delegated administrator of IAM can open root sessions; without trusted access the trail and GuardDuty stop seeing members. Rare in a settled organization.",
  response: [
    "Read eventName, requestParameters.servicePrincipal, requestParameters.accountId and userIdentity.arn, from 15 minutes before the alarm.",
    "For iam, cloudtrail or guardduty, and not a deployment of yours: undo it (a plan of root-access, audit-trail or threat-detection shows it) and treat it as an incident.",
    "Another service: ask the caller within the day.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.5" },
    { source: "MITRE ATT&CK", control: "T1098" },
  ],
  path: metric(
    allOf(
      calls("organizations", [
        "EnableAWSServiceAccess",
        "DisableAWSServiceAccess",
        "RegisterDelegatedAdministrator",
        "DeregisterDelegatedAdministrator",
      ]),
      succeeded,
    ),
  ),
  fires: [DEREGISTERED, roleCall("organizations", "EnableAWSServiceAccess")],
  ignores: [denied(DEREGISTERED), roleCall("organizations", "ListDelegatedAdministrators", { readOnly: true })],
} as const satisfies CatalogueDetection;

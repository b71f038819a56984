import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../detection-sets";
import { allOf, calls, metric, succeeded } from "../filter";
import { denied, roleCall } from "./sample-calls";

const DELETED = roleCall("guardduty", "DeleteDetector", {
  requestParameters: { detectorId: "example" },
  recipientAccountId: "444444444444",
});

export const guarddutyChanged = {
  id: "guardduty-changed",
  set: "blinding",
  title: "GuardDuty was switched off, changed or told to look away",
  severity: "critical",
  rationale:
    "GuardDuty is the second path on which root use is seen. Suppression filters count as well: they hide findings for good.",
  response: [
    "Read eventName, recipientAccountId, awsRegion, requestParameters and userIdentity.arn, from 15 minutes before the alarm.",
    "Not a deployment of yours: a plan of the stack threat-detection shows what to restore.",
    "Run the saved query of root-api-call for that account from eventTime on.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1562.001" }],
  path: metric(
    allOf(
      calls("guardduty", [
        "DeleteDetector",
        "UpdateDetector",
        "DisassociateFromAdministratorAccount",
        "DisassociateFromMasterAccount",
        "DisassociateMembers",
        "DeleteMembers",
        "StopMonitoringMembers",
        "DisableOrganizationAdminAccount",
        "UpdateOrganizationConfiguration",
        "CreateFilter",
        "UpdateFilter",
      ]),
      succeeded,
    ),
  ),
  fires: [
    DELETED,
    roleCall("guardduty", "DisableOrganizationAdminAccount", { requestParameters: { adminAccountId: "222222222222" } }),
    roleCall("guardduty", "CreateFilter", {
      requestParameters: { action: "ARCHIVE" },
      recipientAccountId: "222222222222",
    }),
  ],
  ignores: [
    denied(DELETED),
    roleCall("guardduty", "GetDetector", { readOnly: true }),
    roleCall("inspector2", "CreateFilter"),
  ],
} as const satisfies CatalogueDetection;

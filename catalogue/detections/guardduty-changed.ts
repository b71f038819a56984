import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { watch, watching } from "../watch";
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
  path: watching(
    ({ managementAccount, securityAccount }) => {
      const detector = ["detector"] as const;
      return [
        watch({
          service: "guardduty",
          // Whatever member makes them: GuardDuty refuses them to members as long as every account is enabled.
          calls: {
            DeleteDetector: detector,
            UpdateDetector: detector,
            DisassociateFromAdministratorAccount: detector,
            DisassociateFromMasterAccount: detector,
          },
        }),
        watch({
          service: "guardduty",
          calls: {
            CreateFilter: detector,
            UpdateFilter: detector,
            CreateIPSet: detector,
            UpdateIPSet: detector,
            CreateTrustedEntitySet: detector,
            UpdateTrustedEntitySet: detector,
            DeleteMembers: detector,
            DisassociateMembers: detector,
            StopMonitoringMembers: detector,
            UpdateMemberDetectors: detector,
            UpdateOrganizationConfiguration: detector,
            EnableOrganizationAdminAccount: detector,
            DisableOrganizationAdminAccount: detector,
          },
          accounts: [...new Set([managementAccount, securityAccount])],
        }),
      ];
    },
    [
      { account: "management", region: "governed" },
      { account: "security", region: "governed" },
    ],
  ),
  fires: [
    roleCall("guardduty", "CreateIPSet", { recipientAccountId: "222222222222" }),
    DELETED,
    roleCall("guardduty", "DisableOrganizationAdminAccount", { requestParameters: { adminAccountId: "222222222222" } }),
    roleCall("guardduty", "CreateFilter", {
      requestParameters: { action: "ARCHIVE" },
      recipientAccountId: "222222222222",
    }),
  ],
  ignores: [
    roleCall("guardduty", "CreateFilter", { recipientAccountId: "444444444444" }),
    denied(DELETED),
    roleCall("guardduty", "GetDetector", { readOnly: true }),
    roleCall("inspector2", "CreateFilter"),
  ],
} as const satisfies CatalogueDetection;

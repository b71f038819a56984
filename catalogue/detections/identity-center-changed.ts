import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const ENTITLES = "it entitles somebody, who breaks a path by a call of his own";

const ASSIGNED = roleCall("sso", "CreateAccountAssignment", {
  requestParameters: {
    instanceArn: "arn:aws:sso:::instance/ssoins-0123456789abcdef",
    targetId: "222222222222",
    targetType: "AWS_ACCOUNT",
    permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef",
    principalType: "USER",
    principalId: "12345678-1234-1234-1234-123456789012",
  },
});

/**
 * Names of calls and event sources: IAM Identity Center User Guide, IAM Identity Center information in CloudTrail (the
 * table of console and public API operations, and the list of the identity store). Fields: API Reference,
 * CreateAccountAssignment. Its records are made in the Region of Identity Center, which the configuration does not know:
 * the filter on the trail sees every Region.
 */
export const identityCenterChanged = {
  id: "identity-center-changed",
  set: "central-root",
  title: "Identity Center gives access to the baseline's accounts in another way",
  severity: "high",
  rationale:
    "A permission set that may break glass, or that is exempt, admits whoever is assigned to it. An assignment to an account of the baseline, a policy put into a permission set or taken out of it, and another identity source decide that; a delegated administrator of Identity Center can do each of them from a member account. Every deployment of permission sets fires this once.",
  response: [
    "Read eventName, requestParameters.targetId, requestParameters.permissionSetArn and userIdentity.arn, from 15 minutes before the alarm.",
    "Nobody planned it: delete the assignment or put the policy back, then end the person's sessions.",
    "List AssumeRole on the break-glass roles (requestParameters.roleArn) from eventTime on.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1098.003" },
    { source: "MITRE ATT&CK", control: "T1484.002" },
  ],
  path: watching(
    ({ baselineAccounts }) => [
      watch({
        service: "sso",
        calls: { CreateAccountAssignment: ENTITLES },
        of: { fields: ["targetId"], names: baselineAccounts },
      }),
      watch({
        service: "sso",
        calls: {
          "*FromPermissionSet": ENTITLES,
          "*ToPermissionSet": ENTITLES,
          AssociateDirectory: ENTITLES,
          AssociateProfile: ENTITLES,
          DeletePermissionSet: ENTITLES,
          DisassociateDirectory: ENTITLES,
          PutMfaDeviceManagementForDirectory: ENTITLES,
          PutPermissionsPolicy: ENTITLES,
          UpdatePermissionSet: ENTITLES,
        },
      }),
      watch({
        service: "sso-directory",
        calls: {
          "*ExternalIdPConfigurationForDirectory": ENTITLES,
          ImportExternalIdPCertificate: ENTITLES,
        },
      }),
    ],
    [],
  ),
  fires: [
    ASSIGNED,
    padded(ASSIGNED),
    { ...ASSIGNED, recipientAccountId: "555555555555" },
    roleCall("sso", "PutInlinePolicyToPermissionSet"),
    roleCall("sso", "DetachManagedPolicyFromPermissionSet"),
    roleCall("sso-directory", "EnableExternalIdPConfigurationForDirectory"),
  ],
  ignores: [
    denied(ASSIGNED),
    { ...ASSIGNED, requestParameters: { targetId: "444444444444", targetType: "AWS_ACCOUNT" } },
    { ...ASSIGNED, eventName: "DeleteAccountAssignment" },
    roleCall("sso", "DescribePermissionSet", { readOnly: true }),
    roleCall("sso-directory", "SearchUsers", { readOnly: true }),
  ],
} as const satisfies CatalogueDetection;

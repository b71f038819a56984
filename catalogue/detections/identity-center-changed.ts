import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../detection-sets";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const ASSIGNED = roleCall("sso", "CreateAccountAssignment", {
  requestParameters: { targetId: "222222222222", targetType: "AWS_ACCOUNT", principalType: "USER" },
  recipientAccountId: "444444444444",
});

const NO_PATH = "it gives people rights: no alert goes by it";

export const identityCenterChanged = {
  id: "identity-center-changed",
  set: "central-root",
  title: "IAM Identity Center: a permission set, a membership, an assignment or a credential changed",
  severity: "medium",
  rationale:
    "Break glass may trust a permission set, and then whoever is assigned, joins its group or becomes one of its people opens root sessions. A delegated administrator does that from a member account. What a directory outside sends by SCIM is recorded elsewhere and does not count.",
  response: [
    "Read eventSource, eventName, requestParameters and userIdentity.arn, from 15 minutes before the alarm.",
    "Ask who asked for it: the ticket names the person, the permission set and the account.",
    "Nobody did: undo it, and list what the person did since (AssumeRole and AssumeRoot of the last 24 hours).",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1098" },
    { source: "IAM Identity Center User Guide", control: "Information in CloudTrail" },
  ],
  path: watching(
    ({ baselineAccounts }) => [
      watch({
        service: "sso",
        calls: {
          "*FromPermissionSet": NO_PATH,
          "*ToPermissionSet": NO_PATH,
          AssociateDirectory: NO_PATH,
          AssociateProfile: NO_PATH,
          DeletePermissionSet: NO_PATH,
          DisassociateDirectory: NO_PATH,
          PutMfaDeviceManagementForDirectory: NO_PATH,
          PutPermissionsPolicy: NO_PATH,
          UpdatePermissionSet: NO_PATH,
        },
      }),
      watch({
        service: "sso",
        calls: { CreateAccountAssignment: NO_PATH, DeleteAccountAssignment: NO_PATH },
        of: { fields: ["targetId"], names: baselineAccounts },
      }),
      watch({ service: "identitystore", calls: { CreateGroupMembership: NO_PATH, UpdateUser: NO_PATH } }),
      watch({
        service: "sso-directory",
        calls: {
          "*ExternalIdPConfigurationForDirectory": NO_PATH,
          AddMemberToGroup: NO_PATH,
          CompleteVirtualMfaDeviceRegistration: NO_PATH,
          CompleteWebAuthnDeviceRegistration: NO_PATH,
          UpdatePassword: NO_PATH,
        },
      }),
    ],
    // A pipeline that assigns is left out by `automationRoles`, which event rules do not know.
    [],
  ),
  fires: [
    ASSIGNED,
    padded(ASSIGNED),
    roleCall("sso", "PutInlinePolicyToPermissionSet"),
    roleCall("identitystore", "CreateGroupMembership", { recipientAccountId: "444444444444" }),
    roleCall("sso-directory", "UpdatePassword"),
    roleCall("sso-directory", "UpdateExternalIdPConfigurationForDirectory"),
  ],
  ignores: [
    denied(ASSIGNED),
    { ...ASSIGNED, requestParameters: { targetId: "444444444444", targetType: "AWS_ACCOUNT" } },
    roleCall("sso", "DescribePermissionSet", { readOnly: true }),
    roleCall("identitystore-scim", "CreateGroupMembership"),
  ],
} as const satisfies CatalogueDetection;

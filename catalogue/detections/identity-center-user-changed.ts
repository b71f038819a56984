import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { watch, watching } from "../watch";
import { denied, roleCall } from "./sample-calls";

const ENTITLES = "it entitles somebody, who breaks a path by a call of his own";

const ADDED = roleCall("sso-directory", "AddMemberToGroup", {
  requestParameters: {
    identityStoreId: "d-1234567890",
    groupId: "12345678-1234-1234-1234-123456789012",
    member: { memberId: "87654321-4321-4321-4321-210987654321" },
  },
});

/**
 * Calls of the console. Source: IAM Identity Center User Guide, IAM Identity Center information in CloudTrail.
 */
const BY_CONSOLE = {
  AddMemberToGroup: ENTITLES,
  CompleteVirtualMfaDeviceRegistration: ENTITLES,
  CompleteWebAuthnDeviceRegistration: ENTITLES,
  CreateUser: ENTITLES,
  DeleteMfaDeviceForUser: ENTITLES,
  EnableUser: ENTITLES,
  UpdateMfaDeviceForUser: ENTITLES,
  UpdatePassword: ENTITLES,
  UpdateUser: ENTITLES,
};

/** Public calls. Source: Identity Store API Reference; EventBridge Reference, Identity Store events, has their source. */
const BY_API = { CreateGroupMembership: ENTITLES, CreateUser: ENTITLES, UpdateUser: ENTITLES };

export const identityCenterUserChanged = {
  id: "identity-center-user-changed",
  set: "central-root",
  title: "Identity Center has another user, group member, password or MFA device",
  severity: "low",
  rationale:
    "Whoever joins the group that holds a break-glass permission set may break glass, and so may whoever resets the password or the MFA device of a member. Groups have ids that nobody knows beforehand, so each counts. An organization that manages people elsewhere (SCIM records other events) sees this seldom, and raises its severity.",
  response: [
    "Read eventName, requestParameters.groupId, requestParameters.member.memberId and userIdentity.arn, of the last 7 days.",
    "Find the groups that are assigned a break-glass permission set (aws sso-admin list-account-assignments), and who joined them since.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1098.007" }],
  path: watching(
    () => [watch({ service: "sso-directory", calls: BY_CONSOLE }), watch({ service: "identitystore", calls: BY_API })],
    [],
  ),
  fires: [
    ADDED,
    roleCall("identitystore", "CreateGroupMembership", {
      requestParameters: {
        identityStoreId: "d-1234567890",
        groupId: "12345678-1234-1234-1234-123456789012",
        memberId: { userId: "87654321-4321-4321-4321-210987654321" },
      },
    }),
    { ...ADDED, eventName: "UpdatePassword", recipientAccountId: "555555555555" },
  ],
  ignores: [
    denied(ADDED),
    { ...ADDED, eventName: "RemoveMemberFromGroup" },
    roleCall("identitystore", "ListGroupMemberships", { readOnly: true }),
    roleCall("iam", "CreateUser", { recipientAccountId: "444444444444" }),
  ],
} as const satisfies CatalogueDetection;

import type { ForeignAct } from "./foreign-act";

/** What makes somebody a protected identity, from another service than IAM and IAM Identity Center. */
export const IDENTITY_ACTS: readonly ForeignAct[] = [
  {
    actions: ["rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile", "rolesanywhere:UpdateProfile"],
    way: "A certificate becomes a protected role",
    because:
      "the role's trust must name the service, and changing that is denied; so are the calls, in the management account",
    deniedInManagement: true,
    hangsOn: ["iam:UpdateAssumeRolePolicy"],
    source: "IAM Roles Anywhere User Guide, trust model",
  },
  {
    actions: [
      "account-access:CreateApplication",
      "account-access:CreateEntitlement",
      "account-access:DeleteApplication",
      "account-access:DeleteEntitlement",
    ],
    way: "Account access manager lets people of IAM Identity Center be a protected role",
    because:
      "the role's trust must name account-access.amazonaws.com, and changing that is denied; so are the calls, in the management account and by protect-identity-center. Under which name they are recorded is not documented: nothing watches them",
    deniedInManagement: true,
    hangsOn: ["iam:UpdateAssumeRolePolicy"],
    source:
      "AWS CLI Command Reference, account-access create-entitlement; Terraform AWS provider, aws_accountaccess_entitlement",
  },
  {
    actions: ["iq-permission:ApproveAccessGrant", "iq-permission:ApprovePermissionRequest"],
    way: "An expert of AWS IQ is let in by a role",
    because:
      "the service makes a role of its own in IAM, whatever name others have, and guardrails bind it as any other; AWS ended the service on 28 May 2026",
    hangsOn: ["iam:CreateRole"],
    source: "AWS IQ User Guide, permissions requests; AWS IQ end of support",
  },
  {
    actions: ["ds-data:AddGroupMember", "ds-data:CreateUser", "ds:ResetUserPassword"],
    way: "A directory of AWS, where it is the identity source of IAM Identity Center, says who somebody is",
    because:
      "such a directory is outside the baseline, as any identity provider is: whoever administers it decides who breaks glass by a permission set (SECURITY.md)",
    hangsOn: [],
    source: "Directory Service API Reference, ResetUserPassword; Directory Service Data API Reference, AddGroupMember",
  },
];

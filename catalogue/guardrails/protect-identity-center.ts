import { NOT_BOUND, unlessPrincipal, type Guardrail } from "../guardrail";
import { IDENTITY_CENTER_ACTIONS } from "../aws/identity-center-actions";
import {
  FORGED_DEPLOY_ROLE,
  MEMBER_ADMINISTRATOR,
  MEMBER_DEVELOPER,
  SECURITY_ADMINISTRATOR,
  SECURITY_AUDITOR,
  SECURITY_DEPLOY_ROLE,
} from "./cast";
import { attack, by } from "./vocabulary";

const ACCESS_MANAGER = "arn:aws:account-access:us-east-1:222222222222:application/example";
const SYNC_PROFILE = "arn:aws:identity-sync:us-east-1:222222222222:profile/example";

export const protectIdentityCenter = {
  id: "protect-identity-center",
  title: "Protect who people are in IAM Identity Center, and what they may do",
  rationale:
    "Break glass may trust a permission set, and then whoever can assign it, join its group or become one of its people opens root sessions. A delegated administrator of IAM Identity Center can, from a member account. Applications of teams stay theirs.",
  cost: "Where IAM Identity Center has a delegated administrator, its people do not work from below the target: leave that account out, or exempt the role of the pipeline that assigns. Teams have no directory of their own (an account instance with users).",
  binds: `Every principal of member accounts below the target but the exempt ones. ${NOT_BOUND} In the management account docs/management-account-policy.json denies the same.`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    { source: "IAM Identity Center User Guide", control: "Delegated administration" },
  ],
  statements: ({ exemptPrincipals }) => [
    {
      Sid: "ProtectIdentityCenter",
      Effect: "Deny",
      Action: IDENTITY_CENTER_ACTIONS,
      Resource: "*",
      ...unlessPrincipal(exemptPrincipals),
    },
  ],
  denies: [
    attack("Join the group to which break glass is assigned")
      .by(SECURITY_ADMINISTRATOR)
      .calls("identitystore:CreateGroupMembership"),
    attack("Give oneself the permission set that break glass trusts")
      .by(SECURITY_ADMINISTRATOR)
      .calls("sso:CreateAccountAssignment"),
    attack("Become somebody who has it: a new password")
      .by(SECURITY_ADMINISTRATOR)
      .calls("sso-directory:UpdatePassword"),
    attack("Let the synchronization bring a group of Active Directory that has more people")
      .by(SECURITY_ADMINISTRATOR)
      .calls("identity-sync:CreateSyncFilter", SYNC_PROFILE),
    attack("Be a role that trusts Account access manager, without a permission set")
      .by(SECURITY_ADMINISTRATOR)
      .calls("account-access:CreateEntitlement", ACCESS_MANAGER),
    by(MEMBER_ADMINISTRATOR).calls("sso:PutInlinePolicyToPermissionSet"),
    attack("The exempt name, created in another account")
      .by(FORGED_DEPLOY_ROLE)
      .calls("sso:AttachManagedPolicyToPermissionSet"),
  ],
  permits: [
    by(SECURITY_DEPLOY_ROLE).calls("sso:CreateAccountAssignment"),
    by(SECURITY_AUDITOR).calls("sso:DescribePermissionSet"),
    by(SECURITY_AUDITOR).calls("identitystore:ListGroupMemberships"),
    by(MEMBER_DEVELOPER).calls("sso:CreateApplication"),
  ],
} as const satisfies Guardrail;

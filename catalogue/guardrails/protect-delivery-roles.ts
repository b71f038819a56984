import { parseArn } from "../aws/arn";
import { NOT_BOUND, unlessPrincipal, type Guardrail, type GuardrailSettings } from "../guardrail";
import {
  BREAK_GLASS,
  BREAK_GLASS_ROLE,
  BREAK_GLASS_USER,
  CONTROL_TOWER,
  CONTROL_TOWER_ROLE,
  DEPLOY_ROLE,
  IDENTITY_CENTER,
  MEMBER_ADMINISTRATOR,
  MEMBER_ROOT,
  MFA_OF_BREAK_GLASS_USER,
  ROLE_OF_LONGER_NAME,
  ROLE_UNDER_A_PATH,
  SECURITY_ADMINISTRATOR,
  SECURITY_DEPLOY_ROLE,
  TEAM_ROLE,
  TEAM_SAML_PROVIDER,
  TEAM_USER,
  TO_LAMBDA,
} from "./cast";
import { attack, by, note } from "./vocabulary";

/** The names that any guardrail lets through, or break glass trusts: `role/OrganizationAccountAccessRole`. */
const exemptNames = (settings: GuardrailSettings): readonly string[] => {
  const { exemptPrincipals, breakGlassRoles, trustedIdentities } = settings;
  const exempt = [...exemptPrincipals, ...breakGlassRoles, ...trustedIdentities];
  return [...new Set(exempt.map((arn) => parseArn(arn)?.resource ?? arn))];
};

/** Whoever has the MFA device of a user is the user, for a trust that asks for MFA. */
const devicesOf = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name.startsWith("user/")).map((name) => `mfa/${name.split("/").at(-1) ?? ""}`);

export const protectDeliveryRoles = {
  id: "protect-delivery-roles",
  title: "Protect the identities that other guardrails let through",
  rationale:
    "An exemption is a key, and whoever can create, re-trust or pass the exempt role holds it: create the role as an administrator, assume it, delete the detector. This denies the first step, for the names that any guardrail exempts and for those whom break glass trusts, in every account below the target: roles, users with their passwords, keys and MFA devices, and the identity provider of IAM Identity Center.",
  cost: "Only the exempt principals themselves create or change roles and users of these names. Attach it after the roles exist: what creates them (a StackSet, Control Tower's factory) runs as a service or as an exempt principal, a person with a script does not.",
  binds: `Every principal of member accounts below the target but the exempt ones. ${NOT_BOUND}`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    {
      source: "AWS Control Tower",
      control: "Disallow Changes to AWS IAM Roles Set Up by AWS Control Tower and AWS CloudFormation",
    },
  ],
  statements: (settings) => [
    {
      Sid: "ProtectDeliveryRoles",
      Effect: "Deny",
      Action: [
        "iam:AttachRolePolicy",
        "iam:AttachUserPolicy",
        "iam:CreateAccessKey",
        "iam:CreateLoginProfile",
        "iam:CreateRole",
        "iam:CreateServiceSpecificCredential",
        "iam:CreateUser",
        "iam:CreateVirtualMFADevice",
        "iam:DeactivateMFADevice",
        "iam:DeleteAccessKey",
        "iam:DeleteLoginProfile",
        "iam:DeleteRole",
        "iam:DeleteRolePermissionsBoundary",
        "iam:DeleteRolePolicy",
        "iam:DeleteServiceSpecificCredential",
        "iam:DeleteSigningCertificate",
        "iam:DeleteUser",
        "iam:DeleteUserPermissionsBoundary",
        "iam:DeleteUserPolicy",
        "iam:DeleteVirtualMFADevice",
        "iam:DetachRolePolicy",
        "iam:DetachUserPolicy",
        "iam:EnableMFADevice",
        "iam:PassRole",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
        "iam:PutUserPermissionsBoundary",
        "iam:PutUserPolicy",
        "iam:ResetServiceSpecificCredential",
        "iam:ResyncMFADevice",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAccessKey",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateLoginProfile",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription",
        "iam:UpdateServiceSpecificCredential",
        "iam:UpdateSigningCertificate",
        "iam:UpdateUser",
        "iam:UploadSigningCertificate",
      ],
      Resource: [...exemptNames(settings), ...devicesOf(exemptNames(settings))].map((name) => `arn:*:iam::*:${name}`),
      ...unlessPrincipal(settings.exemptPrincipals),
    },
    {
      // IAM Identity Center makes it with its service-linked role, which no service control policy binds.
      Sid: "ProtectDeliveryRolesIdentityCenter",
      Effect: "Deny",
      Action: ["iam:CreateSAMLProvider", "iam:DeleteSAMLProvider", "iam:UpdateSAMLProvider"],
      Resource: "arn:*:iam::*:saml-provider/AWSSSO_*",
      ...unlessPrincipal(settings.exemptPrincipals),
    },
  ],
  denies: [
    attack("Against every exemption with an account wildcard: create the exempt role in one's own account")
      .by(MEMBER_ADMINISTRATOR)
      .calls("iam:CreateRole", CONTROL_TOWER_ROLE),
    attack("Trust oneself in the exempt role that exists")
      .by(MEMBER_ADMINISTRATOR)
      .calls("iam:UpdateAssumeRolePolicy", CONTROL_TOWER_ROLE),
    attack("Let a function run as the exempt role")
      .by(MEMBER_ADMINISTRATOR)
      .calls("iam:PassRole", CONTROL_TOWER_ROLE, TO_LAMBDA),
    by(MEMBER_ROOT).calls("iam:CreateRole", CONTROL_TOWER_ROLE),
    attack("On the deploy role: its account's administrator trusts himself")
      .by(SECURITY_ADMINISTRATOR)
      .calls("iam:UpdateAssumeRolePolicy", DEPLOY_ROLE),
    attack("On break glass: the same, one role further")
      .by(SECURITY_ADMINISTRATOR)
      .calls("iam:PutRolePolicy", BREAK_GLASS_ROLE),
    attack("On the break-glass user: give it a password, where it has none")
      .by(SECURITY_ADMINISTRATOR)
      .calls("iam:CreateLoginProfile", BREAK_GLASS_USER),
    attack("On the break-glass user: register one's own phone as its MFA device")
      .by(SECURITY_ADMINISTRATOR)
      .calls("iam:CreateVirtualMFADevice", MFA_OF_BREAK_GLASS_USER),
    by(SECURITY_ADMINISTRATOR).calls("iam:EnableMFADevice", BREAK_GLASS_USER),
    attack("On the break-glass user: take its password away, so that nobody can come")
      .by(SECURITY_ADMINISTRATOR)
      .calls("iam:DeleteLoginProfile", BREAK_GLASS_USER),
    attack("On the identity provider: sign in as anybody, with a certificate of one's own")
      .by(SECURITY_ADMINISTRATOR)
      .calls("iam:UpdateSAMLProvider", IDENTITY_CENTER),
    note("A break-glass role opens root sessions; it does not edit its own trust")
      .by(BREAK_GLASS)
      .calls("iam:UpdateAssumeRolePolicy", BREAK_GLASS_ROLE),
  ],
  permits: [
    by(SECURITY_DEPLOY_ROLE).calls("iam:UpdateAssumeRolePolicy", BREAK_GLASS_ROLE),
    by(SECURITY_DEPLOY_ROLE).calls("iam:CreateUser", BREAK_GLASS_USER),
    by(SECURITY_ADMINISTRATOR).calls("iam:CreateAccessKey", TEAM_USER),
    by(SECURITY_ADMINISTRATOR).calls("iam:UpdateSAMLProvider", TEAM_SAML_PROVIDER),
    by(CONTROL_TOWER).calls("iam:AttachRolePolicy", CONTROL_TOWER_ROLE),
    by(MEMBER_ADMINISTRATOR).calls("iam:CreateRole", TEAM_ROLE),
    by(MEMBER_ADMINISTRATOR).calls("iam:CreateRole", ROLE_OF_LONGER_NAME),
    by(MEMBER_ADMINISTRATOR).calls("iam:GetRole", CONTROL_TOWER_ROLE),
    note("A path makes it another ARN, which no guardrail exempts")
      .by(MEMBER_ADMINISTRATOR)
      .calls("iam:CreateRole", ROLE_UNDER_A_PATH),
  ],
} as const satisfies Guardrail;

import { NOT_BOUND, unlessPrincipal, type Guardrail, type GuardrailSettings } from "../guardrail";

/** The names that any guardrail lets through, in every account: `role/OrganizationAccountAccessRole`. */
const exemptNames = ({ exemptPrincipals, breakGlassRoles }: GuardrailSettings): readonly string[] => [
  ...new Set([...exemptPrincipals, ...breakGlassRoles].map((arn) => arn.split(":").slice(5).join(":"))),
];

const ADMIN = { type: "role", account: "444444444444", name: "Administrator" } as const;
const CONTROL_TOWER = "arn:aws:iam::444444444444:role/AWSControlTowerExecution";
const DEPLOY = "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole";

export const protectDeliveryRoles = {
  id: "protect-delivery-roles",
  title: "Protect the roles that other guardrails let through",
  rationale:
    "An exemption is a key, and whoever can create, re-trust or pass the exempt role holds it: create the role as an administrator, assume it, delete the detector. This denies the first step, for the names that any guardrail exempts, in every account below the target.",
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
        "iam:DeactivateMFADevice",
        "iam:DeleteRole",
        "iam:DeleteRolePermissionsBoundary",
        "iam:DeleteRolePolicy",
        "iam:DeleteUser",
        "iam:DeleteUserPermissionsBoundary",
        "iam:DeleteUserPolicy",
        "iam:DetachRolePolicy",
        "iam:DetachUserPolicy",
        "iam:PassRole",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
        "iam:PutUserPermissionsBoundary",
        "iam:PutUserPolicy",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAccessKey",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateLoginProfile",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription",
        "iam:UpdateUser",
        "iam:UploadSigningCertificate",
      ],
      Resource: exemptNames(settings).map((name) => `arn:*:iam::*:${name}`),
      ...unlessPrincipal(settings.exemptPrincipals),
    },
  ],
  denies: [
    // The attack on every exemption with an account wildcard: create the exempt role in one's own account.
    { principal: ADMIN, action: "iam:CreateRole", resource: CONTROL_TOWER },
    { principal: ADMIN, action: "iam:UpdateAssumeRolePolicy", resource: CONTROL_TOWER },
    {
      principal: ADMIN,
      action: "iam:PassRole",
      resource: CONTROL_TOWER,
      context: { "iam:PassedToService": "lambda.amazonaws.com" },
    },
    { principal: { type: "root", account: "444444444444" }, action: "iam:CreateRole", resource: CONTROL_TOWER },
    // The attack on the deploy role: its account's administrator trusts himself.
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "iam:UpdateAssumeRolePolicy",
      resource: DEPLOY,
    },
    // The attack on break glass: the same, one role further.
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "iam:PutRolePolicy",
      resource: "arn:aws:iam::222222222222:role/org-baseline-break-glass-audit",
    },
    // A break-glass role opens root sessions; it does not edit its own trust.
    {
      principal: { type: "role", account: "222222222222", name: "org-baseline-break-glass-audit" },
      action: "iam:UpdateAssumeRolePolicy",
      resource: "arn:aws:iam::222222222222:role/org-baseline-break-glass-audit",
    },
  ],
  permits: [
    {
      principal: { type: "role", account: "222222222222", name: "OrganizationAccountAccessRole" },
      action: "iam:UpdateAssumeRolePolicy",
      resource: "arn:aws:iam::222222222222:role/org-baseline-break-glass-audit",
    },
    {
      principal: { type: "role", account: "444444444444", name: "AWSControlTowerExecution" },
      action: "iam:AttachRolePolicy",
      resource: CONTROL_TOWER,
    },
    { principal: ADMIN, action: "iam:CreateRole", resource: "arn:aws:iam::444444444444:role/app" },
    {
      principal: ADMIN,
      action: "iam:CreateRole",
      resource: "arn:aws:iam::444444444444:role/AWSControlTowerExecution2",
    },
    { principal: ADMIN, action: "iam:GetRole", resource: CONTROL_TOWER },
    // A path makes it another ARN, which no guardrail exempts.
    {
      principal: ADMIN,
      action: "iam:CreateRole",
      resource: "arn:aws:iam::444444444444:role/mine/AWSControlTowerExecution",
    },
  ],
} as const satisfies Guardrail;

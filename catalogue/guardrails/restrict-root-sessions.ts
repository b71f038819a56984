import { NOT_BOUND, unlessPrincipal, type Guardrail } from "../guardrail";

const MEMBER_ROOT = "arn:aws:iam::444444444444:root";

export const restrictRootSessions = {
  id: "restrict-root-sessions",
  title: "Only break-glass roles may open root sessions",
  rationale:
    "Delegating root management gives sts:AssumeRoot to every administrator of the security account, with any task, and lets them switch the features off. This keeps both for the break-glass roles, which are task-scoped and ask for MFA.",
  cost: "Administrators of the security account use a break-glass role for root tasks; the console's root view asks for one too.",
  binds: `Every principal of member accounts below the target but the break-glass roles. ${NOT_BOUND}`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.1" },
    { source: "STS API Reference", control: "AssumeRoot" },
  ],
  statements: ({ breakGlassRoles }) => [
    {
      Sid: "RestrictRootSessions",
      Effect: "Deny",
      Action: [
        "iam:DisableOrganizationsRootCredentialsManagement",
        "iam:DisableOrganizationsRootSessions",
        "sts:AssumeRoot",
      ],
      Resource: "*",
      ...unlessPrincipal(breakGlassRoles),
    },
  ],
  denies: [
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "sts:AssumeRoot",
      resource: MEMBER_ROOT,
    },
    {
      principal: {
        type: "role",
        account: "222222222222",
        path: "/aws-reserved/sso.amazonaws.com/",
        name: "AWSReservedSSO_AdministratorAccess_0123456789abcdef",
      },
      action: "sts:AssumeRoot",
      resource: MEMBER_ROOT,
    },
    // The attack: the exempt name, created in another account.
    {
      principal: { type: "role", account: "444444444444", name: "org-baseline-break-glass-audit" },
      action: "sts:AssumeRoot",
      resource: MEMBER_ROOT,
    },
    // The attack: the exempt name under a path of the security account.
    {
      principal: { type: "role", account: "222222222222", path: "/mine/", name: "org-baseline-break-glass-audit" },
      action: "sts:AssumeRoot",
      resource: MEMBER_ROOT,
    },
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "iam:DisableOrganizationsRootSessions",
    },
  ],
  permits: [
    {
      principal: { type: "role", account: "222222222222", name: "org-baseline-break-glass-audit" },
      action: "sts:AssumeRoot",
      resource: MEMBER_ROOT,
    },
    {
      principal: { type: "role", account: "444444444444", name: "Developer" },
      action: "sts:AssumeRole",
      resource: "arn:aws:iam::444444444444:role/app",
    },
    { principal: { type: "role", account: "222222222222", name: "Auditor" }, action: "iam:ListOrganizationsFeatures" },
  ],
} as const satisfies Guardrail;

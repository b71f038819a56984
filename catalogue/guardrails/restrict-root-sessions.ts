import { NOT_BOUND, unlessPrincipal, type Guardrail } from "../guardrail";
import {
  BREAK_GLASS,
  FORGED_BREAK_GLASS,
  FORGED_BREAK_GLASS_PATH,
  MEMBER_DEVELOPER,
  MEMBER_ROOT_USER,
  SECURITY_ADMINISTRATOR,
  SECURITY_AUDITOR,
  SECURITY_SSO_ADMINISTRATOR,
  TASK_AUDIT,
  TASK_CREATE_PASSWORD,
  TEAM_ROLE,
} from "./cast";
import { attack, by, note } from "./vocabulary";

export const restrictRootSessions = {
  id: "restrict-root-sessions",
  title: "Only break-glass roles may open root sessions, each for its own task",
  rationale:
    "Delegating root management gives sts:AssumeRoot to every administrator of the security account, with any task, and lets them switch the features off. This leaves root sessions to the break-glass roles, each with its one task whatever its own policy says, and the features to the management account. A break-glass user must show MFA; for a permission set the identity provider decides, for a trusted role its own trust.",
  cost: "Administrators of the security account use a break-glass role for root tasks; the console's root view asks for one too.",
  binds: `Every principal of member accounts below the target but the break-glass roles. ${NOT_BOUND}`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.1" },
    { source: "STS API Reference", control: "AssumeRoot" },
  ],
  statements: ({ breakGlassRoles, breakGlassTasks }) => [
    {
      Sid: "RestrictRootSessions",
      Effect: "Deny",
      Action: "sts:AssumeRoot",
      Resource: "*",
      ...unlessPrincipal(breakGlassRoles),
    },
    ...breakGlassTasks.map(({ role, policyName }) => ({
      Sid: `RestrictRootSessions${policyName}`,
      Effect: "Deny" as const,
      Action: "sts:AssumeRoot",
      Resource: "*",
      Condition: {
        ArnEquals: { "aws:PrincipalArn": role },
        ArnNotLike: { "sts:TaskPolicyArn": `arn:*:iam::aws:policy/root-task/${policyName}` },
      },
    })),
    {
      Sid: "RestrictRootSessionsFeatures",
      Effect: "Deny",
      Action: ["iam:DisableOrganizationsRootCredentialsManagement", "iam:DisableOrganizationsRootSessions"],
      Resource: "*",
    },
  ],
  denies: [
    by(SECURITY_ADMINISTRATOR).calls("sts:AssumeRoot", MEMBER_ROOT_USER),
    by(SECURITY_SSO_ADMINISTRATOR).calls("sts:AssumeRoot", MEMBER_ROOT_USER),
    attack("The exempt name, created in another account")
      .by(FORGED_BREAK_GLASS)
      .calls("sts:AssumeRoot", MEMBER_ROOT_USER),
    attack("The exempt name under a path of the security account")
      .by(FORGED_BREAK_GLASS_PATH)
      .calls("sts:AssumeRoot", MEMBER_ROOT_USER),
    attack("Widen the policy of a break-glass role, and open a session for another task with it")
      .by(BREAK_GLASS)
      .calls("sts:AssumeRoot", MEMBER_ROOT_USER, TASK_CREATE_PASSWORD),
    by(SECURITY_ADMINISTRATOR).calls("iam:DisableOrganizationsRootSessions"),
    note("The features are the management account's to change")
      .by(BREAK_GLASS)
      .calls("iam:DisableOrganizationsRootCredentialsManagement"),
  ],
  permits: [
    by(BREAK_GLASS).calls("sts:AssumeRoot", MEMBER_ROOT_USER, TASK_AUDIT),
    by(MEMBER_DEVELOPER).calls("sts:AssumeRole", TEAM_ROLE),
    by(SECURITY_AUDITOR).calls("iam:ListOrganizationsFeatures"),
  ],
} as const satisfies Guardrail;

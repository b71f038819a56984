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
  TEAM_ROLE,
} from "./cast";
import { attack, by } from "./vocabulary";

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
    by(SECURITY_ADMINISTRATOR).calls("sts:AssumeRoot", MEMBER_ROOT_USER),
    by(SECURITY_SSO_ADMINISTRATOR).calls("sts:AssumeRoot", MEMBER_ROOT_USER),
    attack("The exempt name, created in another account")
      .by(FORGED_BREAK_GLASS)
      .calls("sts:AssumeRoot", MEMBER_ROOT_USER),
    attack("The exempt name under a path of the security account")
      .by(FORGED_BREAK_GLASS_PATH)
      .calls("sts:AssumeRoot", MEMBER_ROOT_USER),
    by(SECURITY_ADMINISTRATOR).calls("iam:DisableOrganizationsRootSessions"),
  ],
  permits: [
    by(BREAK_GLASS).calls("sts:AssumeRoot", MEMBER_ROOT_USER),
    by(MEMBER_DEVELOPER).calls("sts:AssumeRole", TEAM_ROLE),
    by(SECURITY_AUDITOR).calls("iam:ListOrganizationsFeatures"),
  ],
} as const satisfies Guardrail;

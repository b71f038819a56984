import { NOT_BOUND, type Guardrail } from "../guardrail";
import { MEMBER_ADMINISTRATOR, MEMBER_ROOT, MEMBER_ROOT_SESSION } from "./cast";
import { attack, by } from "./vocabulary";

export const stayInOrganization = {
  id: "stay-in-organization",
  title: "Keep accounts in the organization",
  rationale:
    "An account that leaves the organization leaves every guardrail, the trail and GuardDuty behind in the same moment. Accepting another organization's invitation is a second door to the same place.",
  cost: "Moving an account to another organization needs the guardrail detached from it first. Invited accounts cannot answer an upgrade to all features from inside.",
  binds: `Every principal of member accounts below the target. ${NOT_BOUND}`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    { source: "Organizations API Reference", control: "LeaveOrganization, AcceptHandshake" },
  ],
  statements: () => [
    {
      Sid: "StayInOrganization",
      Effect: "Deny",
      Action: ["organizations:AcceptHandshake", "organizations:LeaveOrganization"],
      Resource: "*",
    },
  ],
  denies: [
    by(MEMBER_ROOT).calls("organizations:LeaveOrganization"),
    attack("Leave in a root session").by(MEMBER_ROOT_SESSION).calls("organizations:LeaveOrganization"),
    by(MEMBER_ADMINISTRATOR).calls("organizations:AcceptHandshake"),
  ],
  permits: [
    by(MEMBER_ADMINISTRATOR).calls("organizations:DescribeOrganization"),
    by(MEMBER_ADMINISTRATOR).calls("organizations:DeclineHandshake"),
  ],
} as const satisfies Guardrail;

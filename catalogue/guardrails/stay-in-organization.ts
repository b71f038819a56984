import { NOT_BOUND, type Guardrail } from "../guardrail";

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
    { principal: { type: "root", account: "444444444444" }, action: "organizations:LeaveOrganization" },
    { principal: { type: "assumed-root", account: "444444444444" }, action: "organizations:LeaveOrganization" },
    {
      principal: { type: "role", account: "444444444444", name: "Administrator" },
      action: "organizations:AcceptHandshake",
    },
  ],
  permits: [
    {
      principal: { type: "role", account: "444444444444", name: "Administrator" },
      action: "organizations:DescribeOrganization",
    },
    {
      principal: { type: "role", account: "444444444444", name: "Administrator" },
      action: "organizations:DeclineHandshake",
    },
  ],
} as const satisfies Guardrail;

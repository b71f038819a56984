import { NOT_BOUND, unlessPrincipal, type Guardrail } from "../guardrail";

const ACCOUNT = "arn:aws:account::444444444444:account";

export const protectAccountIdentity = {
  id: "protect-account-identity",
  title: "Protect contacts, name, e-mail, Regions and existence of accounts",
  rationale:
    "AWS tells the contacts of an account that it is abused, and whoever holds the primary e-mail address can become its root user. A closed account takes its evidence with it; an opted-in Region is one where nobody is watching yet.",
  cost: "Accounts cannot change these themselves: the management account, or an exempt principal, does it for them through the same API. That includes opting in to a Region.",
  binds: `Every principal of member accounts below the target but the exempt ones. ${NOT_BOUND}`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    { source: "AWS Security Hub", control: "Account.1" },
    { source: "AWS Account Management Guide", control: "AWS Organizations trusted access" },
  ],
  statements: ({ exemptPrincipals }) => [
    {
      Sid: "ProtectAccountIdentity",
      Effect: "Deny",
      Action: [
        "account:AcceptPrimaryEmailUpdate",
        "account:CloseAccount",
        "account:DeleteAlternateContact",
        "account:DisableRegion",
        "account:EnableRegion",
        "account:PutAccountName",
        "account:PutAlternateContact",
        "account:PutContactInformation",
        "account:StartPrimaryEmailUpdate",
      ],
      Resource: "*",
      ...unlessPrincipal(exemptPrincipals),
    },
  ],
  denies: [
    { principal: { type: "root", account: "444444444444" }, action: "account:CloseAccount", resource: ACCOUNT },
    {
      principal: { type: "role", account: "444444444444", name: "Administrator" },
      action: "account:PutAlternateContact",
      resource: ACCOUNT,
      context: { "account:AlternateContactTypes": ["SECURITY"] },
    },
    {
      principal: { type: "role", account: "444444444444", name: "Administrator" },
      action: "account:EnableRegion",
      resource: ACCOUNT,
      context: { "account:TargetRegion": "ap-east-1" },
    },
    // The attack: a delegated administrator of account management changes another account's e-mail address.
    {
      principal: { type: "role", account: "222222222222", name: "Administrator" },
      action: "account:StartPrimaryEmailUpdate",
      resource: "arn:aws:account::111111111111:account/o-exampleorgid/444444444444",
    },
    // The attack: the exempt name, created in another account.
    {
      principal: { type: "role", account: "444444444444", name: "OrganizationAccountAccessRole" },
      action: "account:PutContactInformation",
      resource: ACCOUNT,
    },
  ],
  permits: [
    {
      principal: { type: "role", account: "222222222222", name: "OrganizationAccountAccessRole" },
      action: "account:PutAlternateContact",
      resource: "arn:aws:account::222222222222:account",
    },
    {
      principal: { type: "role", account: "444444444444", name: "Developer" },
      action: "account:GetAlternateContact",
      resource: ACCOUNT,
    },
    { principal: { type: "role", account: "444444444444", name: "Developer" }, action: "account:ListRegions" },
  ],
} as const satisfies Guardrail;

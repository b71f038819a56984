import { NOT_BOUND, unlessPrincipal, type Guardrail } from "../guardrail";
import { ACCOUNT_CALLS, actionsOf, REGION_CALLS, SIGN_IN_ACTIONS } from "../protected-calls";
import {
  FORGED_DEPLOY_ROLE,
  HONG_KONG,
  MEMBER_ACCOUNT,
  MEMBER_ACCOUNT_FROM_OUTSIDE,
  MEMBER_ADMINISTRATOR,
  MEMBER_DEVELOPER,
  MEMBER_ROOT,
  SECURITY_ACCOUNT,
  SECURITY_ADMINISTRATOR,
  SECURITY_CONTACT,
  SECURITY_DEPLOY_ROLE,
} from "./cast";
import { attack, by } from "./vocabulary";

const IDENTITY_ACTIONS = [
  ...actionsOf("account", ACCOUNT_CALLS, REGION_CALLS),
  ...SIGN_IN_ACTIONS,
  "account:CloseAccount",
].sort();

export const protectAccountIdentity = {
  id: "protect-account-identity",
  title: "Protect contacts, name, e-mail, sign-in settings, Regions and existence of accounts",
  rationale:
    "AWS tells the contacts of an account that it is abused, and whoever holds the primary e-mail address can become its root user. Console authorization decides whether deny-root-sign-in is asked at all. A closed account takes its evidence with it; an opted-in Region is one where nobody is watching yet.",
  cost: "Accounts cannot change these themselves: the management account, or an exempt principal, does it for them through the same API. That includes opting in to a Region, and settings of AWS Sign-In.",
  binds: `Every principal of member accounts below the target but the exempt ones. ${NOT_BOUND}`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    { source: "AWS Security Hub", control: "Account.1" },
    { source: "AWS Account Management Guide", control: "AWS Organizations trusted access" },
    { source: "AWS Sign-In API Reference", control: "DeleteConsoleAuthorizationConfiguration" },
  ],
  statements: ({ exemptPrincipals }) => [
    {
      Sid: "ProtectAccountIdentity",
      Effect: "Deny",
      Action: IDENTITY_ACTIONS,
      Resource: "*",
      ...unlessPrincipal(exemptPrincipals),
    },
  ],
  denies: [
    by(MEMBER_ROOT).calls("account:CloseAccount", MEMBER_ACCOUNT),
    by(MEMBER_ADMINISTRATOR).calls("account:PutAlternateContact", MEMBER_ACCOUNT, SECURITY_CONTACT),
    by(MEMBER_ADMINISTRATOR).calls("account:EnableRegion", MEMBER_ACCOUNT, HONG_KONG),
    by(MEMBER_ADMINISTRATOR).calls("iam:UpdateAccountEmailAddress"),
    attack("Switch off what policies say about signing in to the console")
      .by(MEMBER_ADMINISTRATOR)
      .calls("signin:DeleteConsoleAuthorizationConfiguration"),
    attack("A delegated administrator of account management changes another account's e-mail address")
      .by(SECURITY_ADMINISTRATOR)
      .calls("account:StartPrimaryEmailUpdate", MEMBER_ACCOUNT_FROM_OUTSIDE),
    attack("Switch console authorization off, and with it what refuses the root user's sign-in")
      .by(MEMBER_ADMINISTRATOR)
      .calls("signin:DeleteConsoleAuthorizationConfiguration"),
    attack("The exempt name, created in another account")
      .by(FORGED_DEPLOY_ROLE)
      .calls("account:PutContactInformation", MEMBER_ACCOUNT),
  ],
  permits: [
    by(SECURITY_DEPLOY_ROLE).calls("account:PutAlternateContact", SECURITY_ACCOUNT),
    by(MEMBER_DEVELOPER).calls("account:GetAlternateContact", MEMBER_ACCOUNT),
    by(MEMBER_DEVELOPER).calls("account:ListRegions"),
    by(MEMBER_DEVELOPER).calls("signin:GetConsoleAuthorizationConfiguration"),
  ],
} as const satisfies Guardrail;

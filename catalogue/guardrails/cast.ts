import type { Principal } from "../../proofs/policy";

/**
 * Who and what the proofs of the guardrails speak of. Accounts: 111111111111 is the management account, 222222222222
 * the security account, 333333333333 the log archive, 444444444444 a member like any other, 666666666666 the member
 * with an exception from `deny-root-user`. The exempt principals are those of `PROOF_SETTINGS` in ../guardrail.ts.
 */

const root = (account: string, partition?: string): Principal =>
  partition === undefined ? { type: "root", account } : { type: "root", account, partition };

/** A session that sts:AssumeRoot opened in the account. */
const rootSession = (account: string): Principal => ({ type: "assumed-root", account });

const role = (account: string, name: string, path?: string): Principal =>
  path === undefined ? { type: "role", account, name } : { type: "role", account, path, name };

const user = (account: string, name: string): Principal => ({ type: "user", account, name });

const SSO_PATH = "/aws-reserved/sso.amazonaws.com/";
const SSO_ADMINISTRATOR = "AWSReservedSSO_AdministratorAccess_0123456789abcdef";

// Who must be stopped

export const MEMBER_ROOT = root("444444444444");
export const MEMBER_ROOT_IN_GOVCLOUD = root("444444444444", "aws-us-gov");
export const MEMBER_ROOT_IN_CHINA = root("444444444444", "aws-cn");
export const LOG_ARCHIVE_ROOT = root("333333333333");
export const MEMBER_ADMINISTRATOR = role("444444444444", "Administrator");
export const SECURITY_ADMINISTRATOR = role("222222222222", "Administrator");
export const SECURITY_SSO_ADMINISTRATOR = role("222222222222", SSO_ADMINISTRATOR, SSO_PATH);
export const LOG_ARCHIVE_ADMINISTRATOR = role("333333333333", "Administrator");
export const MANAGEMENT_ADMINISTRATOR = role("111111111111", SSO_ADMINISTRATOR, SSO_PATH);

// Who looks like somebody else

/** The name of the security account's deploy role, created in another account. */
export const FORGED_DEPLOY_ROLE = role("444444444444", "OrganizationAccountAccessRole");
/** The name of a break-glass role, created in another account. */
export const FORGED_BREAK_GLASS = role("444444444444", "org-baseline-break-glass-audit");
/** The name of a break-glass role, created in the right account under a path. */
export const FORGED_BREAK_GLASS_PATH = role("222222222222", "org-baseline-break-glass-audit", "/mine/");

// Who must pass: exempt, or not concerned

export const SECURITY_DEPLOY_ROLE = role("222222222222", "OrganizationAccountAccessRole");
export const LOG_ARCHIVE_DEPLOY_ROLE = role("333333333333", "OrganizationAccountAccessRole");
export const CONTROL_TOWER = role("444444444444", "AWSControlTowerExecution");
export const BREAK_GLASS = role("222222222222", "org-baseline-break-glass-audit");
export const MANAGEMENT_PIPELINE = role("111111111111", "org-baseline-pipeline");
export const MANAGEMENT_BREAK_GLASS = role("111111111111", "org-baseline-break-glass");
export const MEMBER_ROOT_SESSION = rootSession("444444444444");
export const LOG_ARCHIVE_ROOT_SESSION = rootSession("333333333333");
export const MEMBER_DEVELOPER = role("444444444444", "Developer");
export const SECURITY_AUDITOR = role("222222222222", "Auditor");
export const LOG_ARCHIVE_AUDITOR = role("333333333333", "Auditor");
export const CI_USER = user("444444444444", "ci");
export const ROLE_NAMED_ROOT = role("444444444444", "root");
export const USER_NAMED_ROOT = user("444444444444", "root");
export const EXCEPTED_ROOT = root("666666666666");
export const EXCEPTED_ROOT_SESSION = rootSession("666666666666");
export const GUARDDUTY_SERVICE_ROLE: Principal = {
  type: "service-linked-role",
  account: "444444444444",
  name: "AWSServiceRoleForAmazonGuardDuty",
};

/** Somebody at the sign-in page, who has shown no password yet. */
export const NOBODY_YET: Principal = { type: "unauthenticated" };
export const MEMBER_SSO_ADMINISTRATOR = role("444444444444", SSO_ADMINISTRATOR, SSO_PATH);
export const SECURITY_BREAK_GLASS_USER = user("222222222222", "break-glass");

// What they call it on

export const MEMBER = "444444444444";
export const SECURITY = "222222222222";
export const EXCEPTED = "666666666666";

export const MEMBER_ACCOUNT = "arn:aws:account::444444444444:account";
export const SECURITY_ACCOUNT = "arn:aws:account::222222222222:account";
export const MEMBER_ACCOUNT_FROM_OUTSIDE = "arn:aws:account::111111111111:account/o-exampleorgid/444444444444";
export const MEMBER_ROOT_USER = "arn:aws:iam::444444444444:root";

export const TRAIL = "arn:aws:cloudtrail:us-east-1:111111111111:trail/org-baseline-trail";
export const TEAM_TRAIL = "arn:aws:cloudtrail:us-east-1:444444444444:trail/team-trail";

export const LOG_BUCKET = "arn:aws:s3:::org-baseline-trail-333333333333-us-east-1";
export const ACCESS_LOG_BUCKET = "arn:aws:s3:::org-baseline-access-logs-333333333333-us-east-1";
export const LOG_FILE = `${LOG_BUCKET}/AWSLogs/o-exampleorgid/444444444444/CloudTrail/us-east-1/2026/11/22/a.json.gz`;
export const FILE_IN_BUCKET_OF_LIKE_NAME = `${LOG_BUCKET}-copy/a.json.gz`;
export const ACCESS_POINT = "arn:aws:s3:us-east-1:333333333333:accesspoint/mine";
export const FILE_THROUGH_ACCESS_POINT = `${ACCESS_POINT}/object/AWSLogs/a.json.gz`;
export const TEAM_ACCESS_POINT = "arn:aws:s3:us-east-1:444444444444:accesspoint/orders";
export const TRAIL_KEY = "arn:aws:kms:us-east-1:333333333333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
export const TRAIL_KEY_ALIAS = "arn:aws:kms:us-east-1:333333333333:alias/org-baseline-trail";

export const DETECTOR = "arn:aws:guardduty:us-east-1:444444444444:detector/12abc34d567e8fa901bc2d34e56789f0";

export const FORWARDING_RULE =
  "arn:aws:events:eu-west-1:222222222222:rule/org-baseline-guardduty-root-credential-usage-forward";
export const FORWARDING_ROLE = "arn:aws:iam::222222222222:role/org-baseline-forward-findings";
export const ALERT_BUS_RULE = "arn:aws:events:us-east-1:222222222222:rule/org-baseline-alerts/root-console-login";
export const RULE_OF_LIKE_NAME = "arn:aws:events:eu-west-1:444444444444:rule/org-baseline-copy";
export const SECURITY_TEAM_RULE = "arn:aws:events:us-east-1:222222222222:rule/nightly-report";
export const TEAM_QUEUE = "arn:aws:sqs:us-east-1:222222222222:nightly-report";
export const TEAM_RULE = "arn:aws:events:eu-west-1:444444444444:rule/nightly-report";
export const BASELINE_ALARM = "arn:aws:cloudwatch:us-east-1:222222222222:alarm:org-baseline-root-console-login";
export const TEAM_ALARM = "arn:aws:cloudwatch:us-east-1:444444444444:alarm:checkout-latency";
export const TOPIC_OF_LIKE_NAME = "arn:aws:sns:us-east-1:444444444444:org-baseline-orders";
export const DEAD_LETTER_QUEUE = "arn:aws:sqs:us-east-1:222222222222:org-baseline-threat-detection-dead-letters";
export const CRITICAL_TOPIC = "arn:aws:sns:us-east-1:222222222222:org-baseline-critical";

export const CONTROL_TOWER_ROLE = "arn:aws:iam::444444444444:role/AWSControlTowerExecution";
export const DEPLOY_ROLE = "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole";
export const BREAK_GLASS_ROLE = "arn:aws:iam::222222222222:role/org-baseline-break-glass-audit";
export const BREAK_GLASS_USER = "arn:aws:iam::222222222222:user/break-glass";
export const MFA_OF_BREAK_GLASS_USER = "arn:aws:iam::222222222222:mfa/break-glass";
export const IDENTITY_CENTER = "arn:aws:iam::222222222222:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE";
export const TEAM_SAML_PROVIDER = "arn:aws:iam::222222222222:saml-provider/team";
export const TEAM_USER = "arn:aws:iam::222222222222:user/ci";
export const TEAM_ROLE = "arn:aws:iam::444444444444:role/app";
export const ROLE_OF_LONGER_NAME = "arn:aws:iam::444444444444:role/AWSControlTowerExecution2";
export const ROLE_UNDER_A_PATH = "arn:aws:iam::444444444444:role/mine/AWSControlTowerExecution";

// What a request carries besides

/** The key is that of the trail: one of its aliases says so. */
export const KEY_OF_THE_TRAIL = { "kms:ResourceAliases": ["alias/org-baseline-trail"] };
export const KEY_OF_THE_TRAIL_AND_MORE = { "kms:ResourceAliases": ["alias/other", "alias/org-baseline-trail"] };
export const KEY_OF_A_TEAM = { "kms:ResourceAliases": ["alias/team"] };
export const SECURITY_CONTACT = { "account:AlternateContactTypes": ["SECURITY"] };
export const HONG_KONG = { "account:TargetRegion": "ap-east-1" };
export const TASK_AUDIT = { "sts:TaskPolicyArn": "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials" };
export const TASK_CREATE_PASSWORD = {
  "sts:TaskPolicyArn": "arn:aws:iam::aws:policy/root-task/IAMCreateRootUserPassword",
};
/** Who wants to sign in. AWS Sign-In tells it before the password is asked for. */
export const signingIn = (arn: string) => ({ "signin:PrincipalArn": arn });
export const TO_LAMBDA = { "iam:PassedToService": "lambda.amazonaws.com" };

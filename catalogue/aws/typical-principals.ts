/**
 * Principals that nearly every account has, by the part of their ARN after the account. An exemption that lets one of
 * them through without naming it lets through whoever happens to be there.
 *
 * Sources: IAM Identity Center User Guide, predefined permissions for AWS managed policies (the permission sets, and the
 * path and ending of their roles); Organizations User Guide (OrganizationAccountAccessRole); Lambda Developer Guide,
 * execution role (`service-role/`, and a name that ends in eight characters of the console's); CDK Developer Guide,
 * bootstrapping (`cdk-<qualifier>-cfn-exec-role-<account>-<Region>`); CloudFormation User Guide, StackSets
 * (AWSCloudFormationStackSetExecutionRole, `stacksets-exec-`); Control Tower User Guide, roles. The others are names as
 * teams give them.
 */
export interface TypicalPrincipal {
  /** What it is, in words. */
  readonly what: string;
  /** `role/` or `user/`, path and name. */
  readonly resource: string;
  /** The part of the name that an exemption of exactly this one would hold. */
  readonly word: string;
}

const PERMISSION_SETS = [
  "AdministratorAccess",
  "Billing",
  "DatabaseAdministrator",
  "DataScientist",
  "NetworkAdministrator",
  "PowerUserAccess",
  "ReadOnlyAccess",
  "SecurityAudit",
  "SupportUser",
  "SystemAdministrator",
  "ViewOnlyAccess",
];

const SSO_PATH = "role/aws-reserved/sso.amazonaws.com";
const ENDING = "0123456789abcdef";

/** With and without a Region in the path: Identity Center leaves it out in us-east-1. */
const ofPermissionSet = (set: string): readonly TypicalPrincipal[] =>
  [SSO_PATH, `${SSO_PATH}/eu-west-1`].map((path) => ({
    what: `the permission set ${set}`,
    resource: `${path}/AWSReservedSSO_${set}_${ENDING}`,
    word: `_${set}_`,
  }));

const named =
  (what: string, path = "role/") =>
  (word: string): TypicalPrincipal => ({ what, resource: `${path}${word}`, word });

export const TYPICAL_PRINCIPALS: readonly TypicalPrincipal[] = [
  ...["Admin", "Administrator", "admin", "administrator", "OrganizationAccountAccessRole"].map(
    named("an administrator's role"),
  ),
  ...PERMISSION_SETS.flatMap(ofPermissionSet),
  ...["Developer", "developer", "PowerUser", "ReadOnly", "SecurityAudit", "Auditor", "support"].map(
    named("a person's role"),
  ),
  ...["github-actions-deploy", "gitlab-ci", "jenkins", "terraform", "ci-runner"].map(named("a CI role")),
  ...["orders-api-role-x7k2p9qd", "resize-images-role-1a2b3c4d"].map(
    named("the execution role of a function", "role/service-role/"),
  ),
  ...["prod-orders-api", "dev-web", "app-server", "data-pipeline"].map(named("an application's role")),
  ...["cfn-exec", "deploy"].map((word) => ({
    what: "a deploying role of the AWS CDK",
    resource: `role/cdk-hnb659fds-${word}-role-444444444444-eu-west-1`,
    word: `-${word}-`,
  })),
  {
    what: "a role of StackSets",
    resource: "role/stacksets-exec-0123456789abcdef0123456789abcdef",
    word: "stacksets-exec-",
  },
  named("an administrator's role")("AWSCloudFormationStackSetExecutionRole"),
  { what: "Control Tower's role", resource: "role/AWSControlTowerExecution", word: "AWSControlTower" },
  ...["my-app-lambda", "LambdaExecutionRole", "ecsTaskExecutionRole", "ec2-instance-role", "queue-worker"].map(
    named("an application's role"),
  ),
  ...["jane.doe", "john", "alice", "bob", "admin", "ci", "deploy", "backup-agent"].map(named("an IAM user", "user/")),
];

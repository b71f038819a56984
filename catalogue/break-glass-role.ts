import { accountRoot, arn, parseArn } from "./aws/arn";
import type { PolicyStatement } from "./resource-policies/statement";

/** Who may assume a break-glass role. */
export interface BreakGlassTrust {
  /** Identity Center permission sets assigned in the role's account. */
  readonly permissionSets: readonly string[];
  /** ARNs of IAM users, who must have signed in with MFA within the last hour and give their name to the session. */
  readonly users: readonly string[];
  /** ARNs of IAM roles. */
  readonly roles: readonly string[];
}

/** Where the role is, and who comes in. */
export interface BreakGlassDoor {
  readonly partition: string;
  /** Account that the role is created in. */
  readonly account: string;
  readonly trust: BreakGlassTrust;
}

/** Identity Center ends the name of a role with 16 characters of its own: exactly so many, so that no other name fits. */
const SUFFIX = "?".repeat(16);

const accountOf = (principal: string): string => parseArn(principal)?.account ?? "";

/**
 * Trust names accounts and narrows them by `aws:PrincipalArn`: AWS refuses a policy that names a role which does not
 * exist, and a role that is deleted and created anew would otherwise lose its way in.
 *
 * Only a user can be asked for MFA and for a session name: a federated session carries no MFA, and its AssumeRole record
 * names the person already. How a trusted role is entered, its own trust says.
 */
export function breakGlassTrust({ partition, account, trust }: BreakGlassDoor): readonly PolicyStatement[] {
  const reserved = arn({ partition, service: "iam", account, resource: "role/aws-reserved/sso.amazonaws.com" });
  const from = (
    arns: readonly string[],
    principal: string,
    more: PolicyStatement["Condition"] = {},
  ): PolicyStatement => ({
    Effect: "Allow",
    Principal: { AWS: accountRoot(partition, principal) },
    Action: "sts:AssumeRole",
    Condition: { ArnLike: { "aws:PrincipalArn": arns }, ...more },
  });
  return [
    ...trust.permissionSets.map((set) =>
      // With and without a Region in the path: Identity Center leaves it out in us-east-1.
      from([`${reserved}/AWSReservedSSO_${set}_${SUFFIX}`, `${reserved}/*/AWSReservedSSO_${set}_${SUFFIX}`], account),
    ),
    ...trust.users.map((user) =>
      from([user], accountOf(user), {
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        NumericLessThanEquals: { "aws:MultiFactorAuthAge": "3600" },
        // What the session does is recorded under its name. Source: IAM User Guide, sts:RoleSessionName.
        StringEquals: { "sts:RoleSessionName": "${aws:username}" },
      }),
    ),
    ...trust.roles.map((role) => from([role], accountOf(role))),
  ];
}

/** What a break-glass role may do: open root sessions that carry its one task policy. */
export const breakGlassPermission = (partition: string, taskPolicyArn: string): PolicyStatement => ({
  Effect: "Allow",
  Action: "sts:AssumeRoot",
  Resource: accountRoot(partition, "*"),
  Condition: { StringEquals: { "sts:TaskPolicyArn": taskPolicyArn } },
});

import type { Call } from "../../proofs/policy";
import { protectAlerting } from "../guardrails/protect-alerting";
import { protectAuditTrail } from "../guardrails/protect-audit-trail";

const ADMIN = {
  type: "role",
  account: "111111111111",
  path: "/aws-reserved/sso.amazonaws.com/",
  name: "AWSReservedSSO_AdministratorAccess_0123456789abcdef",
} as const;
const PIPELINE = { type: "role", account: "111111111111", name: "org-baseline-pipeline" } as const;
const LOG_GROUP_ARN = "arn:aws:logs:us-east-1:111111111111:log-group:org-baseline-trail";
const KEY = "arn:aws:kms:us-east-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const OF_ALERTS = { "kms:ResourceAliases": ["alias/org-baseline-alerts"] };

/** The calls of the guardrails' own proofs, made by an administrator of the management account. */
const sameCalls = [...protectAuditTrail.denies, ...protectAlerting.denies].map((call): Call => ({
  ...call,
  principal: ADMIN,
}));

/** The proof of the policy, as a guardrail has one. */
export const MANAGEMENT_PROOF: { readonly denies: readonly Call[]; readonly permits: readonly Call[] } = {
  denies: [
    ...sameCalls,
    { principal: ADMIN, action: "logs:DeleteLogGroup", resource: LOG_GROUP_ARN },
    { principal: ADMIN, action: "logs:DeleteMetricFilter", resource: LOG_GROUP_ARN },
    {
      principal: ADMIN,
      action: "logs:DeleteLogStream",
      resource: `${LOG_GROUP_ARN}:log-stream:111111111111_CloudTrail`,
    },
    { principal: ADMIN, action: "kms:ScheduleKeyDeletion", resource: KEY, context: OF_ALERTS },
    {
      principal: ADMIN,
      action: "kms:UpdateAlias",
      resource: "arn:aws:kms:us-east-1:111111111111:alias/org-baseline-alerts",
    },
    { principal: ADMIN, action: "organizations:DetachPolicy" },
    { principal: ADMIN, action: "organizations:DisableAWSServiceAccess" },
    { principal: ADMIN, action: "iam:DisableOrganizationsRootSessions" },
    { principal: ADMIN, action: "sts:AssumeRoot", resource: "arn:aws:iam::444444444444:root" },
    { principal: ADMIN, action: "guardduty:DisableOrganizationAdminAccount" },
    // The attack: move the account out from under its guardrails.
    { principal: ADMIN, action: "organizations:MoveAccount" },
    // The attack: make somebody whom the policy does not hold for.
    { principal: ADMIN, action: "iam:CreateRole", resource: "arn:aws:iam::111111111111:role/helper" },
    { principal: ADMIN, action: "iam:CreateAccessKey", resource: "arn:aws:iam::111111111111:user/helper" },
    {
      principal: ADMIN,
      action: "iam:UpdateAssumeRolePolicy",
      resource: "arn:aws:iam::111111111111:role/org-baseline-pipeline",
    },
    { principal: ADMIN, action: "iam:PassRole", resource: "arn:aws:iam::111111111111:role/org-baseline-pipeline" },
    // The attack: take the policy out of one's own permission set.
    { principal: ADMIN, action: "sso:DeleteInlinePolicyFromPermissionSet" },
    { principal: ADMIN, action: "sso:DetachManagedPolicyFromPermissionSet" },
  ],
  permits: [
    { principal: PIPELINE, action: "organizations:UpdatePolicy" },
    { principal: PIPELINE, action: "logs:PutMetricFilter", resource: LOG_GROUP_ARN },
    { principal: PIPELINE, action: "kms:PutKeyPolicy", resource: KEY, context: OF_ALERTS },
    {
      principal: PIPELINE,
      action: "iam:PutRolePolicy",
      resource: "arn:aws:iam::111111111111:role/org-baseline-trail-delivery",
    },
    { principal: { ...PIPELINE, name: "org-baseline-break-glass" }, action: "organizations:DetachPolicy" },
    { principal: ADMIN, action: "organizations:ListPolicies" },
    { principal: ADMIN, action: "sso:DescribePermissionSet" },
    { principal: ADMIN, action: "organizations:CreateAccount" },
    { principal: ADMIN, action: "logs:StartQuery", resource: LOG_GROUP_ARN },
    {
      principal: ADMIN,
      action: "logs:DeleteLogGroup",
      resource: "arn:aws:logs:us-east-1:111111111111:log-group:other",
    },
    {
      principal: ADMIN,
      action: "kms:ScheduleKeyDeletion",
      resource: KEY,
      context: { "kms:ResourceAliases": ["alias/other"] },
    },
    { principal: ADMIN, action: "iam:GetRole", resource: "arn:aws:iam::111111111111:role/org-baseline-pipeline" },
  ],
};

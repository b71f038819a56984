import { NOT_BOUND, type Guardrail } from "../guardrail";

/** Matches the root user of every account in every partition, and nothing else: the resource part must be `root`. */
export const ROOT_USER = "arn:*:iam::*:root";

export const denyRootUser = {
  id: "deny-root-user",
  title: "Deny everything to the root users of member accounts",
  rationale:
    "No daily task needs a member's root user, and no IAM policy limits it. Root tasks go through root sessions, which are short, task-scoped and recorded with the person who opened them.",
  cost: "The few tasks that still need real root in a member account (S3 MFA Delete, some billing and tax settings, Reserved Instance seller registration) need the guardrail detached from that account first.",
  binds: `Root users of member accounts below the target. ${NOT_BOUND}`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    { source: "AWS Control Tower", control: "AWS-GR_RESTRICT_ROOT_USER" },
    { source: "IAM User Guide, global condition keys", control: "aws:AssumedRoot" },
  ],
  statements: ({ rootSessions }) => [
    {
      Sid: "DenyRootUser",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: {
        ArnLike: { "aws:PrincipalArn": ROOT_USER },
        // "Key absent" is the plain root user. `Bool ... "false"` would never match it: the key is not there.
        ...(rootSessions ? { Null: { "aws:AssumedRoot": "true" } } : {}),
      },
    },
  ],
  denies: [
    { principal: { type: "root", account: "444444444444" }, action: "s3:ListAllMyBuckets" },
    { principal: { type: "root", account: "444444444444" }, action: "iam:CreateAccessKey" },
    { principal: { type: "root", account: "444444444444", partition: "aws-us-gov" }, action: "ec2:RunInstances" },
    { principal: { type: "root", account: "444444444444", partition: "aws-cn" }, action: "ec2:RunInstances" },
  ],
  permits: [
    { principal: { type: "assumed-root", account: "444444444444" }, action: "s3:DeleteBucketPolicy" },
    { principal: { type: "assumed-root", account: "444444444444" }, action: "iam:GetAccountSummary" },
    { principal: { type: "role", account: "444444444444", name: "root" }, action: "s3:ListAllMyBuckets" },
    { principal: { type: "user", account: "444444444444", name: "root" }, action: "s3:ListAllMyBuckets" },
  ],
} as const satisfies Guardrail;

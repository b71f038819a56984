import {
  NOT_BOUND,
  unlessPrincipal,
  type Condition,
  type DenyStatement,
  type Guardrail,
  type RootException,
} from "../guardrail";

/** Matches the root user of every account in every partition, and nothing else: the resource part must be `root`. */
export const ROOT_USER = "arn:*:iam::*:root";

const rootOf = (account: string): string => `arn:*:iam::${account}:root`;

/** "Key absent" is the plain root user. `Bool ... "false"` would never match it: the key is not there. */
const sparing = (rootSessions: boolean): Condition => (rootSessions ? { Null: { "aws:AssumedRoot": "true" } } : {});

/** What denies an excepted root user outside its days. AWS compares the time of each call: no apply is needed. */
const outsideOf = (
  { account, from, until }: RootException,
  rootSessions: boolean,
): readonly [DenyStatement, DenyStatement] => [
  {
    Sid: `DenyRootUserBefore${account}`,
    Effect: "Deny",
    Action: "*",
    Resource: "*",
    Condition: {
      ArnLike: { "aws:PrincipalArn": rootOf(account) },
      DateLessThan: { "aws:CurrentTime": from },
      ...sparing(rootSessions),
    },
  },
  {
    Sid: `DenyRootUserAfter${account}`,
    Effect: "Deny",
    Action: "*",
    Resource: "*",
    Condition: {
      ArnLike: { "aws:PrincipalArn": rootOf(account) },
      DateGreaterThanEquals: { "aws:CurrentTime": until },
      ...sparing(rootSessions),
    },
  },
];

export const denyRootUser = {
  id: "deny-root-user",
  title: "Deny everything to the root users of member accounts",
  rationale:
    "No daily task needs a member's root user, and no IAM policy limits it. Root tasks go through root sessions, which are short, task-scoped and recorded with the person who opened them.",
  cost: "The few tasks that still need real root in a member account (S3 MFA Delete, some billing and tax settings, Reserved Instance seller registration) need a dated exception in guardrails.rootExceptions: one account, at most 14 days, and it ends by itself.",
  binds: `Root users of member accounts below the target. ${NOT_BOUND}`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    { source: "AWS Control Tower", control: "AWS-GR_RESTRICT_ROOT_USER" },
    { source: "IAM User Guide, global condition keys", control: "aws:AssumedRoot" },
  ],
  statements: ({ rootSessions, rootExceptions }) => [
    {
      Sid: "DenyRootUser",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: {
        ArnLike: { "aws:PrincipalArn": ROOT_USER },
        ...unlessPrincipal(rootExceptions.map(({ account }) => rootOf(account))).Condition,
        ...sparing(rootSessions),
      },
    },
    ...rootExceptions.flatMap((exception) => outsideOf(exception, rootSessions)),
  ],
  denies: [
    { principal: { type: "root", account: "444444444444" }, action: "s3:ListAllMyBuckets" },
    { principal: { type: "root", account: "444444444444" }, action: "iam:CreateAccessKey" },
    { principal: { type: "root", account: "444444444444", partition: "aws-us-gov" }, action: "ec2:RunInstances" },
    { principal: { type: "root", account: "444444444444", partition: "aws-cn" }, action: "ec2:RunInstances" },
    // Another account's exception is not this one's.
    {
      principal: { type: "root", account: "444444444444" },
      action: "s3:PutBucketVersioning",
      at: "2026-12-02T00:00:00Z",
    },
    // The exception has not begun, and it has ended: to the second.
    {
      principal: { type: "root", account: "666666666666" },
      action: "s3:PutBucketVersioning",
      at: "2026-12-01T07:59:59Z",
    },
    {
      principal: { type: "root", account: "666666666666" },
      action: "s3:PutBucketVersioning",
      at: "2026-12-03T08:00:00Z",
    },
    // The attack: wait, while nobody applies.
    { principal: { type: "root", account: "666666666666" }, action: "iam:CreateAccessKey", at: "2029-01-01T00:00:00Z" },
  ],
  permits: [
    { principal: { type: "assumed-root", account: "444444444444" }, action: "s3:DeleteBucketPolicy" },
    { principal: { type: "assumed-root", account: "444444444444" }, action: "iam:GetAccountSummary" },
    { principal: { type: "role", account: "444444444444", name: "root" }, action: "s3:ListAllMyBuckets" },
    { principal: { type: "user", account: "444444444444", name: "root" }, action: "s3:ListAllMyBuckets" },
    // The exception, from its first second to its last.
    {
      principal: { type: "root", account: "666666666666" },
      action: "s3:PutBucketVersioning",
      at: "2026-12-01T08:00:00Z",
    },
    {
      principal: { type: "root", account: "666666666666" },
      action: "s3:PutBucketVersioning",
      at: "2026-12-03T07:59:59Z",
    },
    // Root sessions need no exception, before, during and after one.
    {
      principal: { type: "assumed-root", account: "666666666666" },
      action: "s3:PutBucketPolicy",
      at: "2026-11-01T00:00:00Z",
    },
    {
      principal: { type: "assumed-root", account: "666666666666" },
      action: "s3:PutBucketPolicy",
      at: "2026-12-05T00:00:00Z",
    },
  ],
} as const satisfies Guardrail;

import {
  NOT_BOUND,
  unlessPrincipal,
  type Condition,
  type DenyStatement,
  type Guardrail,
  type GuardrailSettings,
  type RootException,
} from "../guardrail";
import {
  EXCEPTED_ROOT,
  EXCEPTED_ROOT_SESSION,
  MEMBER_ROOT,
  MEMBER_ROOT_IN_CHINA,
  MEMBER_ROOT_IN_GOVCLOUD,
  MEMBER_ROOT_SESSION,
  ROLE_NAMED_ROOT,
  USER_NAMED_ROOT,
} from "./cast";
import { attack, by, note } from "./vocabulary";

/**
 * The statement as it is shipped, with root sessions on and nobody excepted. The first condition is met by the root
 * user of every account in every partition, and by nothing else: the resource part must be `root`. The second is met
 * where the key is absent, which is the plain root user: a root session carries it. (`Bool ... "false"` would never
 * match the plain root user: the key is not there.)
 */
const DENY_ROOT_USER = {
  Sid: "DenyRootUser",
  Effect: "Deny",
  Action: "*",
  Resource: "*",
  Condition: {
    ArnLike: { "aws:PrincipalArn": "arn:*:iam::*:root" },
    Null: { "aws:AssumedRoot": "true" },
  },
} as const satisfies DenyStatement;

/** Matches the root user of every account in every partition. */
export const ROOT_USER = DENY_ROOT_USER.Condition.ArnLike["aws:PrincipalArn"];

/** Matches the root user of one account in every partition. */
export const rootOf = (account: string): string => `arn:*:iam::${account}:root`;

/** The shipped statement under other conditions. Where root sessions are off, nothing spares them. */
const denying = (Sid: string, conditions: Condition, rootSessions: boolean): DenyStatement => ({
  ...DENY_ROOT_USER,
  Sid,
  Condition: { ...conditions, ...(rootSessions ? { Null: DENY_ROOT_USER.Condition.Null } : {}) },
});

/** Everybody but the excepted accounts, at any time. */
const outsideOfExceptions = ({ rootSessions, rootExceptions }: GuardrailSettings): DenyStatement =>
  denying(
    DENY_ROOT_USER.Sid,
    {
      ArnLike: DENY_ROOT_USER.Condition.ArnLike,
      ...unlessPrincipal(rootExceptions.map(({ account }) => rootOf(account))).Condition,
    },
    rootSessions,
  );

/** What denies an excepted root user outside its days. AWS compares the time of each call: no apply is needed. */
const outsideOfDays =
  (rootSessions: boolean) =>
  ({ account, from, until }: RootException): readonly [DenyStatement, DenyStatement] => {
    const ArnLike = { "aws:PrincipalArn": rootOf(account) };
    const before = { ArnLike, DateLessThan: { "aws:CurrentTime": from } };
    const after = { ArnLike, DateGreaterThanEquals: { "aws:CurrentTime": until } };
    return [
      denying(`DenyRootUserBefore${account}`, before, rootSessions),
      denying(`DenyRootUserAfter${account}`, after, rootSessions),
    ];
  };

// Moments around the exception of the proof settings, which holds from START until END.
const MONTH_BEFORE = "2026-11-01T00:00:00Z";
const BEFORE = "2026-12-01T07:59:59Z";
const START = "2026-12-01T08:00:00Z";
const DURING = "2026-12-02T00:00:00Z";
const LAST_SECOND = "2026-12-03T07:59:59Z";
const END = "2026-12-03T08:00:00Z";
const DAYS_AFTER = "2026-12-05T00:00:00Z";
const YEARS_LATER = "2029-01-01T00:00:00Z";

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
  statements: (settings) => [
    outsideOfExceptions(settings),
    ...settings.rootExceptions.flatMap(outsideOfDays(settings.rootSessions)),
  ],
  denies: [
    by(MEMBER_ROOT).calls("s3:ListAllMyBuckets"),
    by(MEMBER_ROOT).calls("iam:CreateAccessKey"),
    by(MEMBER_ROOT_IN_GOVCLOUD).calls("ec2:RunInstances"),
    by(MEMBER_ROOT_IN_CHINA).calls("ec2:RunInstances"),
    note("Another account's exception is not this one's").by(MEMBER_ROOT).at(DURING).calls("s3:PutBucketVersioning"),
    note("The exception has not begun: one second before").by(EXCEPTED_ROOT).at(BEFORE).calls("s3:PutBucketVersioning"),
    note("The exception has ended: to the second").by(EXCEPTED_ROOT).at(END).calls("s3:PutBucketVersioning"),
    attack("Wait, while nobody applies").by(EXCEPTED_ROOT).at(YEARS_LATER).calls("iam:CreateAccessKey"),
  ],
  permits: [
    by(MEMBER_ROOT_SESSION).calls("s3:DeleteBucketPolicy"),
    by(MEMBER_ROOT_SESSION).calls("iam:GetAccountSummary"),
    by(ROLE_NAMED_ROOT).calls("s3:ListAllMyBuckets"),
    by(USER_NAMED_ROOT).calls("s3:ListAllMyBuckets"),
    note("The first second of the exception").by(EXCEPTED_ROOT).at(START).calls("s3:PutBucketVersioning"),
    note("The last second of the exception").by(EXCEPTED_ROOT).at(LAST_SECOND).calls("s3:PutBucketVersioning"),
    note("A root session needs no exception").by(EXCEPTED_ROOT_SESSION).at(MONTH_BEFORE).calls("s3:PutBucketPolicy"),
    note("Nor does it after one").by(EXCEPTED_ROOT_SESSION).at(DAYS_AFTER).calls("s3:PutBucketPolicy"),
  ],
} as const satisfies Guardrail;

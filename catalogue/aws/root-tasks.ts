/**
 * The tasks for which AWS lets a central account open a root session in a member account.
 * Each is one AWS managed policy under `root-task/`; a session carries exactly one of them and lasts at most 900 s.
 *
 * Source: AWS STS API Reference, AssumeRoot (the five policy names).
 */
export interface RootTask {
  /** Id in the configuration (`rootAccess.breakGlass.tasks`). */
  readonly id: "audit" | "create-password" | "delete-credentials" | "unlock-bucket" | "unlock-queue";
  /** Name of the AWS managed policy below `policy/root-task/`. */
  readonly policyName: string;
  /** What the policy leaves possible, the action that does the task first. Source: the managed policies, version 1. */
  readonly actions: readonly string[];
  /** What a person does with it. */
  readonly purpose: string;
  /** What goes wrong when the wrong person has it. */
  readonly risk: string;
}

export const ROOT_TASKS: readonly RootTask[] = [
  {
    id: "audit",
    policyName: "IAMAuditRootUserCredentials",
    actions: [
      "iam:GetAccountSummary",
      "iam:GetAccessKeyLastUsed",
      "iam:GetLoginProfile",
      "iam:GetUser",
      "iam:ListAccessKeys",
      "iam:ListMFADevices",
      "iam:ListSigningCertificates",
    ],
    purpose: "list the root credentials that a member account still has",
    risk: "read only",
  },
  {
    id: "create-password",
    policyName: "IAMCreateRootUserPassword",
    actions: ["iam:CreateLoginProfile", "iam:GetLoginProfile"],
    purpose: "let the owner of the root mailbox set a root password again",
    risk: "reopens root sign-in of a member account",
  },
  {
    id: "delete-credentials",
    policyName: "IAMDeleteRootUserCredentials",
    actions: [
      "iam:DeleteLoginProfile",
      "iam:DeactivateMFADevice",
      "iam:DeleteAccessKey",
      "iam:DeleteSigningCertificate",
      "iam:DeleteVirtualMFADevice",
      "iam:GetAccessKeyLastUsed",
      "iam:GetLoginProfile",
      "iam:GetUser",
      "iam:ListAccessKeys",
      "iam:ListMFADevices",
      "iam:ListSigningCertificates",
    ],
    purpose: "remove password, access keys, certificates and MFA devices of a member account's root user",
    risk: "cannot be undone: what used a root key stops working",
  },
  {
    id: "unlock-bucket",
    policyName: "S3UnlockBucketPolicy",
    actions: ["s3:DeleteBucketPolicy", "s3:GetBucketPolicy", "s3:ListAllMyBuckets", "s3:PutBucketPolicy"],
    purpose: "remove a bucket policy that denies every principal",
    risk: "can replace any bucket policy of the member account",
  },
  {
    id: "unlock-queue",
    policyName: "SQSUnlockQueuePolicy",
    actions: ["sqs:SetQueueAttributes", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueues"],
    purpose: "remove a queue policy that denies every principal",
    risk: "can replace any queue policy of the member account",
  },
];

export type RootTaskId = RootTask["id"];

/** The task of an id. Throws for an id that is not in the catalogue. */
export function rootTask(id: RootTaskId): RootTask {
  const task = ROOT_TASKS.find((candidate) => candidate.id === id);
  if (task === undefined)
    throw new Error(`root task must be one of ${ROOT_TASKS.map((t) => t.id).join(", ")}, got ${id}`);
  return task;
}

/** ARN of the AWS managed policy that limits a root session to the task. */
export const taskPolicyArn = (partition: string, task: RootTask): string =>
  `arn:${partition}:iam::aws:policy/root-task/${task.policyName}`;

import { rootTask, taskPolicyArn, type RootTaskId } from "../../catalogue/aws/root-tasks";
import type { Blueprint } from "../../config";
import type { BucketFacts } from "../../organization/services/buckets";
import type { KeyFacts } from "../../organization/services/keys";
import type { RoleFacts } from "../../organization/services/roles";

/** A key that is enabled and rotates. */
export const key = (purpose: string): KeyFacts => ({
  alias: `alias/org-baseline-${purpose}`,
  arn: `arn:aws:kms:us-east-1:111111111111:key/${purpose}`,
  state: "Enabled",
  rotation: true,
  policy: {},
});

/** A private bucket that answers over TLS only. */
export const archiveBucket = (name: string, more: Partial<BucketFacts>): BucketFacts => ({
  name,
  versioning: "Enabled",
  objectOwnership: "BucketOwnerEnforced",
  publicAccessBlock: {
    ...{ blockPublicAcls: true, blockPublicPolicy: true },
    ...{ ignorePublicAcls: true, restrictPublicBuckets: true },
  },
  lifecycleRules: [],
  policy: {
    Statement: [
      { Effect: "Deny", Principal: "*", Action: "s3:*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ],
  },
  ...more,
});

const admits = (arns: readonly string[], more: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::222222222222:root" },
  Action: "sts:AssumeRole",
  Condition: { ArnLike: { "aws:PrincipalArn": arns }, ...more },
});

const RESERVED = "arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com";

/** A break-glass role as the stack makes it. */
export const breakGlassRole = ({ names, arns }: Blueprint, task: RootTaskId): RoleFacts => ({
  arn: arns.breakGlassRole(task),
  name: names.breakGlassRole(task),
  trustPolicy: {
    Statement: [
      admits(["", "*/"].map((path) => `${RESERVED}/${path}AWSReservedSSO_BreakGlass_${"?".repeat(16)}`)),
      admits(["arn:aws:iam::222222222222:user/break-glass"], { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
    ],
  },
  inlinePolicies: {
    "open-root-session": {
      Statement: [
        {
          ...{ Effect: "Allow", Action: "sts:AssumeRoot", Resource: "arn:aws:iam::*:root" },
          Condition: { StringEquals: { "sts:TaskPolicyArn": taskPolicyArn("aws", rootTask(task)) } },
        },
      ],
    },
  },
  attachedPolicies: [],
});

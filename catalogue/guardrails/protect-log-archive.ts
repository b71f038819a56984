import { NOT_BOUND, unlessPrincipal, type Guardrail } from "../guardrail";

const BUCKET = "arn:aws:s3:::org-baseline-trail-333333333333-us-east-1";
const LOG_FILE = `${BUCKET}/AWSLogs/o-exampleorgid/444444444444/CloudTrail/us-east-1/2026/11/22/a.json.gz`;
const KEY = "arn:aws:kms:us-east-1:333333333333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const ALIAS = "arn:aws:kms:us-east-1:333333333333:alias/org-baseline-trail";
const OF_THE_TRAIL = { "kms:ResourceAliases": ["alias/org-baseline-trail"] };

export const protectLogArchive = {
  id: "protect-log-archive",
  title: "Protect the record: buckets, log files and key",
  rationale:
    "The administrator of the log archive account is the one person who could delete or forge what everybody did. Object lock holds the files for their days; this also keeps lock, retention, policy, encryption and key as they are. CloudTrail and S3 deliver as services, which no service control policy binds.",
  cost: "Only the exempt principals change these buckets and this key, root sessions included: a policy that locks everybody out of the trail's bucket is repaired by the deploy role, or after detaching the guardrail.",
  binds: `Every principal of member accounts below the target but the exempt ones. ${NOT_BOUND} The bucket's own account must be below the target; another account is kept out by the bucket policy.`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    {
      source: "AWS Control Tower",
      control: "Disallow Changes to Bucket Policy for AWS Control Tower Created Amazon S3 Buckets in Log Archive",
    },
  ],
  statements: ({ logBuckets, trailKeyAlias, exemptPrincipals }) => [
    {
      Sid: "ProtectLogArchive",
      Effect: "Deny",
      Action: [
        "kms:DeleteAlias",
        "kms:UpdateAlias",
        "s3:BypassGovernanceRetention",
        "s3:CreateBucket*",
        "s3:Delete*",
        "s3:Put*",
        "s3:Replicate*",
        "s3:Update*",
      ],
      Resource: [
        ...logBuckets.flatMap((bucket) => [`arn:*:s3:::${bucket}`, `arn:*:s3:::${bucket}/*`]),
        `arn:*:kms:*:*:${trailKeyAlias}`,
      ],
      ...unlessPrincipal(exemptPrincipals),
    },
    {
      Sid: "ProtectLogArchiveKey",
      Effect: "Deny",
      Action: [
        "kms:CreateGrant",
        "kms:DisableKey",
        "kms:DisableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
      ],
      Resource: "arn:*:kms:*:*:key/*",
      // The key is known by its alias, which the statement above keeps where it is.
      Condition: {
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": trailKeyAlias },
        ...unlessPrincipal(exemptPrincipals).Condition,
      },
    },
  ],
  denies: [
    ...(
      [
        ["s3:PutBucketPolicy", BUCKET],
        ["s3:DeleteBucket", BUCKET],
        ["s3:PutLifecycleConfiguration", BUCKET],
        ["s3:PutBucketObjectLockConfiguration", BUCKET],
        ["s3:PutBucketVersioning", BUCKET],
        ["s3:PutEncryptionConfiguration", BUCKET],
        ["s3:CreateBucketMetadataTableConfiguration", BUCKET],
        ["s3:PutObject", LOG_FILE],
        ["s3:DeleteObjectVersion", LOG_FILE],
        ["s3:PutObjectRetention", LOG_FILE],
        ["s3:BypassGovernanceRetention", LOG_FILE],
        ["s3:UpdateObjectEncryption", LOG_FILE],
        ["s3:PutBucketPolicy", "arn:aws:s3:::org-baseline-access-logs-333333333333-us-east-1"],
        // The attack: move the alias away first, so that the key is no longer known by it.
        ["kms:UpdateAlias", ALIAS],
        ["kms:DeleteAlias", ALIAS],
      ] as const
    ).map(([action, resource]) => ({
      principal: { type: "role", account: "333333333333", name: "Administrator" } as const,
      action,
      resource,
    })),
    {
      principal: { type: "role", account: "333333333333", name: "Administrator" },
      action: "kms:ScheduleKeyDeletion",
      resource: KEY,
      context: OF_THE_TRAIL,
    },
    {
      principal: { type: "root", account: "333333333333" },
      action: "kms:PutKeyPolicy",
      resource: KEY,
      context: { "kms:ResourceAliases": ["alias/other", "alias/org-baseline-trail"] },
    },
    // The attack: a root session that unlocks buckets, used on the record.
    { principal: { type: "assumed-root", account: "333333333333" }, action: "s3:DeleteBucketPolicy", resource: BUCKET },
    // The attack: the exempt name, created in another account.
    {
      principal: { type: "role", account: "444444444444", name: "OrganizationAccountAccessRole" },
      action: "s3:DeleteObject",
      resource: LOG_FILE,
    },
  ],
  permits: [
    {
      principal: { type: "role", account: "333333333333", name: "OrganizationAccountAccessRole" },
      action: "s3:PutBucketPolicy",
      resource: BUCKET,
    },
    {
      principal: { type: "role", account: "333333333333", name: "OrganizationAccountAccessRole" },
      action: "kms:PutKeyPolicy",
      resource: KEY,
      context: OF_THE_TRAIL,
    },
    {
      principal: { type: "role", account: "333333333333", name: "Auditor" },
      action: "s3:GetObject",
      resource: LOG_FILE,
    },
    {
      principal: { type: "role", account: "333333333333", name: "Auditor" },
      action: "kms:Decrypt",
      resource: KEY,
      context: OF_THE_TRAIL,
    },
    {
      principal: { type: "role", account: "333333333333", name: "Administrator" },
      action: "kms:ScheduleKeyDeletion",
      resource: KEY,
      context: { "kms:ResourceAliases": ["alias/team"] },
    },
    {
      principal: { type: "role", account: "444444444444", name: "Developer" },
      action: "s3:PutObject",
      resource: "arn:aws:s3:::org-baseline-trail-333333333333-us-east-1-copy/a.json.gz",
    },
  ],
} as const satisfies Guardrail;

import { NOT_BOUND, unlessPrincipal, type Guardrail } from "../guardrail";
import { actionsOf, ALIAS_CALLS, KEY_CALLS } from "../protected-calls";
import {
  ACCESS_LOG_BUCKET,
  ACCESS_POINT,
  FILE_IN_BUCKET_OF_LIKE_NAME,
  FILE_THROUGH_ACCESS_POINT,
  FORGED_DEPLOY_ROLE,
  KEY_OF_A_TEAM,
  KEY_OF_THE_TRAIL,
  KEY_OF_THE_TRAIL_AND_MORE,
  LOG_ARCHIVE_ADMINISTRATOR,
  LOG_ARCHIVE_AUDITOR,
  LOG_ARCHIVE_DEPLOY_ROLE,
  LOG_ARCHIVE_ROOT,
  LOG_ARCHIVE_ROOT_SESSION,
  LOG_BUCKET,
  LOG_FILE,
  MEMBER_DEVELOPER,
  TEAM_ACCESS_POINT,
  TRAIL_KEY,
  TRAIL_KEY_ALIAS,
} from "./cast";
import { attack, by } from "./vocabulary";

export const protectLogArchive = {
  id: "protect-log-archive",
  title: "Protect the record: buckets, log files and key",
  rationale:
    "The administrator of the log archive account is the one person who could delete or forge what everybody did. Object lock holds the files for their days; this also keeps lock, retention, policy, encryption and key as they are. CloudTrail and S3 deliver as services, which no service control policy binds.",
  cost: "Nobody else in the log archive account makes access points. Only the exempt principals change these buckets and this key, root sessions included: a policy that locks everybody out of the trail's bucket is repaired by the deploy role, or after detaching the guardrail.",
  binds: `Every principal of member accounts below the target but the exempt ones. ${NOT_BOUND} The bucket's own account must be below the target; another account is kept out by the bucket policy.`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    {
      source: "AWS Control Tower",
      control: "Disallow Changes to Bucket Policy for AWS Control Tower Created Amazon S3 Buckets in Log Archive",
    },
  ],
  statements: ({ logBuckets, logArchiveAccount, trailKeyAlias, exemptPrincipals }) => [
    {
      Sid: "ProtectLogArchive",
      Effect: "Deny",
      Action: [
        ...actionsOf("kms", ALIAS_CALLS),
        "s3:BypassGovernanceRetention",
        "s3:CreateBucket*",
        "s3:Delete*",
        "s3:InitiateReplication",
        "s3:ObjectOwnerOverrideToBucketOwner",
        "s3:PauseReplication",
        "s3:Put*",
        "s3:Replicate*",
        "s3:TagResource",
        "s3:UntagResource",
        "s3:Update*",
      ],
      Resource: [
        ...logBuckets.flatMap((bucket) => [`arn:*:s3:::${bucket}`, `arn:*:s3:::${bucket}/*`]),
        `arn:*:kms:*:*:${trailKeyAlias}`,
      ],
      ...unlessPrincipal(exemptPrincipals),
    },
    {
      // An object that is reached through an access point has another ARN than through its bucket.
      Sid: "ProtectLogArchiveAccessPoints",
      Effect: "Deny",
      Action: [
        "s3:BypassGovernanceRetention",
        "s3:CreateAccessPoint",
        "s3:CreateMultiRegionAccessPoint",
        "s3:Delete*",
        "s3:Put*",
        "s3:TagResource",
        "s3:UntagResource",
        "s3:Update*",
      ],
      Resource: `arn:*:s3:*:${logArchiveAccount}:accesspoint/*`,
      ...unlessPrincipal(exemptPrincipals),
    },
    {
      Sid: "ProtectLogArchiveKey",
      Effect: "Deny",
      Action: [...actionsOf("kms", KEY_CALLS), "kms:CreateGrant"].sort(),
      Resource: "arn:*:kms:*:*:key/*",
      // The key is known by its alias, which the statement above keeps where it is.
      Condition: {
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": trailKeyAlias },
        ...unlessPrincipal(exemptPrincipals).Condition,
      },
    },
  ],
  denies: [
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:PutBucketPolicy", LOG_BUCKET),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:DeleteBucket", LOG_BUCKET),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:PutLifecycleConfiguration", LOG_BUCKET),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:PutBucketObjectLockConfiguration", LOG_BUCKET),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:PutBucketVersioning", LOG_BUCKET),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:PutEncryptionConfiguration", LOG_BUCKET),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:CreateBucketMetadataTableConfiguration", LOG_BUCKET),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:PutObject", LOG_FILE),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:DeleteObjectVersion", LOG_FILE),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:PutObjectRetention", LOG_FILE),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:BypassGovernanceRetention", LOG_FILE),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:UpdateObjectEncryption", LOG_FILE),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:PutBucketPolicy", ACCESS_LOG_BUCKET),
    attack("Delete through an access point, which has an ARN of its own")
      .by(LOG_ARCHIVE_ADMINISTRATOR)
      .calls("s3:DeleteObjectVersion", FILE_THROUGH_ACCESS_POINT),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("s3:CreateAccessPoint", ACCESS_POINT),
    attack("Move the alias away first, so that the key is no longer known by it")
      .by(LOG_ARCHIVE_ADMINISTRATOR)
      .calls("kms:UpdateAlias", TRAIL_KEY_ALIAS),
    attack("Delete the alias first").by(LOG_ARCHIVE_ADMINISTRATOR).calls("kms:DeleteAlias", TRAIL_KEY_ALIAS),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("kms:ScheduleKeyDeletion", TRAIL_KEY, KEY_OF_THE_TRAIL),
    attack("Tag the key, where a policy of the organization refuses keys of that tag to everybody")
      .by(LOG_ARCHIVE_ADMINISTRATOR)
      .calls("kms:TagResource", TRAIL_KEY, KEY_OF_THE_TRAIL),
    attack("Give the key an alias more, where a policy of the organization refuses keys of that alias to everybody")
      .by(LOG_ARCHIVE_ADMINISTRATOR)
      .calls("kms:CreateAlias", TRAIL_KEY, KEY_OF_THE_TRAIL),
    attack("The same with an alias that another key has")
      .by(LOG_ARCHIVE_ADMINISTRATOR)
      .calls("kms:UpdateAlias", TRAIL_KEY, KEY_OF_THE_TRAIL),
    attack("Give the key a second alias")
      .by(LOG_ARCHIVE_ROOT)
      .calls("kms:PutKeyPolicy", TRAIL_KEY, KEY_OF_THE_TRAIL_AND_MORE),
    attack("A root session that unlocks buckets, used on the record")
      .by(LOG_ARCHIVE_ROOT_SESSION)
      .calls("s3:DeleteBucketPolicy", LOG_BUCKET),
    attack("The exempt name, created in another account").by(FORGED_DEPLOY_ROLE).calls("s3:DeleteObject", LOG_FILE),
  ],
  permits: [
    by(LOG_ARCHIVE_DEPLOY_ROLE).calls("s3:PutBucketPolicy", LOG_BUCKET),
    by(LOG_ARCHIVE_DEPLOY_ROLE).calls("kms:PutKeyPolicy", TRAIL_KEY, KEY_OF_THE_TRAIL),
    by(LOG_ARCHIVE_AUDITOR).calls("s3:GetObject", LOG_FILE),
    by(LOG_ARCHIVE_AUDITOR).calls("kms:Decrypt", TRAIL_KEY, KEY_OF_THE_TRAIL),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("kms:ScheduleKeyDeletion", TRAIL_KEY, KEY_OF_A_TEAM),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("kms:TagResource", TRAIL_KEY, KEY_OF_A_TEAM),
    by(LOG_ARCHIVE_ADMINISTRATOR).calls("kms:CreateAlias", TRAIL_KEY, KEY_OF_A_TEAM),
    by(MEMBER_DEVELOPER).calls("s3:CreateAccessPoint", TEAM_ACCESS_POINT),
    by(MEMBER_DEVELOPER).calls("s3:PutObject", FILE_IN_BUCKET_OF_LIKE_NAME),
  ],
} as const satisfies Guardrail;

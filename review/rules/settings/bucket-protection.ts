import { mustStay, mustStayOff, mustStayOn, ranked } from "./orders";
import { settingRule, type Setting } from "./setting";

const BUCKET = "aws_s3_bucket";
const ACCESS = "aws_s3_bucket_public_access_block";

const OWNERSHIP = "aws_s3_bucket_ownership_controls";
const VERSIONING = "aws_s3_bucket_versioning";

const BLOCKS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

const blocks: readonly Setting[] = BLOCKS.map((value) => ({
  type: ACCESS,
  value,
  weaker: mustStayOn,
  says: `public access is let in: ${value} is off`,
}));

export const bucketProtection = settingRule({
  id: "bucket-protection",
  severity: "high",
  fires: "a setting that protects the files of a bucket is turned off, weakened or removed",
  matters: "the buckets hold the record: whoever can overwrite, empty or read them can rewrite what happened",
  gone: {
    [ACCESS]: "public access is no longer blocked",
    [VERSIONING]: "the bucket no longer keeps versions",
    aws_s3_bucket_server_side_encryption_configuration: "the bucket's encryption is left to the default",
    [OWNERSHIP]: "who owns a file is left to the default",
    aws_s3_bucket_logging: "access to the bucket is no longer logged",
  },
  // As a bucket is made since April 2023 (S3 User Guide, blocking public access and object ownership).
  unset: {
    [ACCESS]: { of: BUCKET, by: "bucket", values: Object.fromEntries(BLOCKS.map((each) => [each, true])) },
    [OWNERSHIP]: { of: BUCKET, by: "bucket", values: { rule: [{ object_ownership: "BucketOwnerEnforced" }] } },
    [VERSIONING]: { of: BUCKET, by: "bucket", values: { versioning_configuration: [{ status: "Disabled" }] } },
  },
  settings: [
    ...blocks,
    {
      type: VERSIONING,
      value: "versioning_configuration.status",
      weaker: ranked("Suspended", "Disabled", "Enabled"),
      says: "versioning {}",
    },
    {
      type: VERSIONING,
      value: "versioning_configuration.mfa_delete",
      weaker: ranked(null, "Disabled", "Enabled"),
      says: "MFA delete {}",
    },
    {
      type: "aws_s3_bucket_server_side_encryption_configuration",
      value: "rule.apply_server_side_encryption_by_default.sse_algorithm",
      weaker: ranked(null, "AES256", "aws:kms", "aws:kms:dsse"),
      says: "encryption {}",
    },
    {
      type: "aws_s3_bucket_server_side_encryption_configuration",
      value: "rule.apply_server_side_encryption_by_default.kms_master_key_id",
      weaker: mustStay,
      says: "files are encrypted with another key or none of ours: {}",
    },
    {
      type: OWNERSHIP,
      value: "rule.object_ownership",
      weaker: ranked("ObjectWriter", "BucketOwnerPreferred", "BucketOwnerEnforced"),
      says: "object ownership {}",
    },
    {
      type: "aws_s3_bucket_logging",
      value: "target_bucket",
      weaker: mustStay,
      says: "access is logged elsewhere or no longer: {}",
    },
    {
      type: BUCKET,
      value: "force_destroy",
      weaker: mustStayOff,
      says: "the bucket can be destroyed with its files",
    },
  ],
});

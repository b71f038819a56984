import { mustStayOff, mustStayOn, mustStayThere, ranked } from "./orders";
import { settingRule, type Setting } from "./setting";

const ACCESS = "aws_s3_bucket_public_access_block";

const blocks: readonly Setting[] = [
  "block_public_acls",
  "block_public_policy",
  "ignore_public_acls",
  "restrict_public_buckets",
].map((value) => ({ type: ACCESS, value, weaker: mustStayOn, says: `public access is let in: ${value} is off` }));

export const bucketProtection = settingRule({
  id: "bucket-protection",
  severity: "high",
  fires: "a setting that protects the files of a bucket is turned off, weakened or removed",
  matters: "the buckets hold the record: whoever can overwrite, empty or read them can rewrite what happened",
  gone: {
    [ACCESS]: "public access is no longer blocked",
    aws_s3_bucket_versioning: "the bucket no longer keeps versions",
    aws_s3_bucket_server_side_encryption_configuration: "the bucket's encryption is left to the default",
    aws_s3_bucket_ownership_controls: "who owns a file is left to the default",
    aws_s3_bucket_logging: "access to the bucket is no longer logged",
  },
  settings: [
    ...blocks,
    {
      type: "aws_s3_bucket_versioning",
      value: "versioning_configuration.status",
      weaker: ranked("Suspended", "Disabled", "Enabled"),
      says: "versioning {}",
    },
    {
      type: "aws_s3_bucket_versioning",
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
      type: "aws_s3_bucket_ownership_controls",
      value: "rule.object_ownership",
      weaker: ranked("ObjectWriter", "BucketOwnerPreferred", "BucketOwnerEnforced"),
      says: "object ownership {}",
    },
    {
      type: "aws_s3_bucket_logging",
      value: "target_bucket",
      weaker: mustStayThere,
      says: "access is no longer logged",
    },
    {
      type: "aws_s3_bucket",
      value: "force_destroy",
      weaker: mustStayOff,
      says: "the bucket can be destroyed with its files",
    },
  ],
});

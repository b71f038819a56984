/** Services whose requests are signed for another name than the one that policies use. */
const PREFIXES: Readonly<Record<string, string>> = { monitoring: "cloudwatch", cloudcontrolapi: "cloudformation" };

/**
 * Operations that a policy allows by another name.
 * Source: Amazon S3 User Guide, required permissions for S3 API operations.
 */
const S3: Readonly<Record<string, readonly string[]>> = {
  DeleteBucketEncryption: ["s3:PutEncryptionConfiguration"],
  DeleteBucketLifecycle: ["s3:PutLifecycleConfiguration"],
  DeleteBucketOwnershipControls: ["s3:PutBucketOwnershipControls"],
  DeleteBucketTagging: ["s3:PutBucketTagging"],
  DeleteObjects: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
  DeletePublicAccessBlock: ["s3:PutBucketPublicAccessBlock"],
  GetBucketAccelerateConfiguration: ["s3:GetAccelerateConfiguration"],
  GetBucketCors: ["s3:GetBucketCORS"],
  GetBucketEncryption: ["s3:GetEncryptionConfiguration"],
  GetBucketLifecycleConfiguration: ["s3:GetLifecycleConfiguration"],
  GetBucketReplication: ["s3:GetReplicationConfiguration"],
  GetObjectLockConfiguration: ["s3:GetBucketObjectLockConfiguration"],
  GetPublicAccessBlock: ["s3:GetBucketPublicAccessBlock"],
  HeadBucket: ["s3:ListBucket"],
  HeadObject: ["s3:GetObject"],
  ListBuckets: ["s3:ListAllMyBuckets"],
  ListObjects: ["s3:ListBucket"],
  ListObjectsV2: ["s3:ListBucket"],
  ListObjectVersions: ["s3:ListBucketVersions"],
  PutBucketEncryption: ["s3:PutEncryptionConfiguration"],
  PutBucketLifecycleConfiguration: ["s3:PutLifecycleConfiguration"],
  PutObjectLockConfiguration: ["s3:PutBucketObjectLockConfiguration"],
  PutPublicAccessBlock: ["s3:PutBucketPublicAccessBlock"],
};

/** Needs no permission, and cannot be denied. Source: AWS STS API Reference, GetCallerIdentity. */
const FREE = "sts:GetCallerIdentity";

/** The actions that a policy must allow for an operation, as a request is signed for it: `monitoring:PutMetricAlarm`. */
export function actionsOfOperation(operation: string): readonly string[] {
  if (operation === FREE) return [];
  const [service = "", name = ""] = operation.split(":");
  if (service === "s3" && S3[name] !== undefined) return S3[name];
  return [`${PREFIXES[service] ?? service}:${name}`];
}

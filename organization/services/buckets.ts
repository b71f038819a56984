import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  type LifecycleRule,
  type S3Client,
} from "@aws-sdk/client-s3";
import { unlessAbsent } from "../clients/absent";
import { optionalJsonObject, type JsonObject } from "./json";

/** A bucket with everything that protects it. */
export interface BucketFacts {
  readonly name: string;
  readonly policy?: JsonObject;
  readonly versioning?: string;
  readonly encryption?: { readonly algorithm?: string; readonly keyArn?: string; readonly bucketKey?: boolean };
  /** Mode and days of the default lock; without a rule only that objects can be locked. */
  readonly objectLock?: { readonly mode?: string; readonly days?: number };
  readonly publicAccessBlock: {
    readonly blockPublicAcls: boolean;
    readonly blockPublicPolicy: boolean;
    readonly ignorePublicAcls: boolean;
    readonly restrictPublicBuckets: boolean;
  };
  readonly objectOwnership?: string;
  /** Where server access logs go. */
  readonly accessLogs?: { readonly bucket?: string; readonly prefix?: string };
  readonly lifecycleRules: readonly LifecycleRule[];
}

/** The bucket of a name, or undefined. */
export async function readBucket(client: S3Client, name: string): Promise<BucketFacts | undefined> {
  const Bucket = { Bucket: name };
  const found = await unlessAbsent(["NotFound", "NoSuchBucket"], client.send(new HeadBucketCommand(Bucket)));
  if (found === undefined) return undefined;
  const [policy, versioning, encryption, lock, publicAccess, ownership, logging, lifecycle] = await Promise.all([
    unlessAbsent(["NoSuchBucketPolicy"], client.send(new GetBucketPolicyCommand(Bucket))),
    client.send(new GetBucketVersioningCommand(Bucket)),
    unlessAbsent(
      ["ServerSideEncryptionConfigurationNotFoundError"],
      client.send(new GetBucketEncryptionCommand(Bucket)),
    ),
    unlessAbsent(["ObjectLockConfigurationNotFoundError"], client.send(new GetObjectLockConfigurationCommand(Bucket))),
    unlessAbsent(["NoSuchPublicAccessBlockConfiguration"], client.send(new GetPublicAccessBlockCommand(Bucket))),
    unlessAbsent(["OwnershipControlsNotFoundError"], client.send(new GetBucketOwnershipControlsCommand(Bucket))),
    client.send(new GetBucketLoggingCommand(Bucket)),
    unlessAbsent(["NoSuchLifecycleConfiguration"], client.send(new GetBucketLifecycleConfigurationCommand(Bucket))),
  ]);
  const rule = encryption?.ServerSideEncryptionConfiguration?.Rules?.[0];
  const retention = lock?.ObjectLockConfiguration?.Rule?.DefaultRetention;
  const block = publicAccess?.PublicAccessBlockConfiguration;
  const target = logging.LoggingEnabled;
  return {
    name,
    policy: optionalJsonObject(policy?.Policy),
    versioning: versioning.Status,
    encryption: rule && {
      algorithm: rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm,
      keyArn: rule.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID,
      bucketKey: rule.BucketKeyEnabled,
    },
    objectLock: lock?.ObjectLockConfiguration && { mode: retention?.Mode, days: retention?.Days },
    publicAccessBlock: {
      blockPublicAcls: block?.BlockPublicAcls ?? false,
      blockPublicPolicy: block?.BlockPublicPolicy ?? false,
      ignorePublicAcls: block?.IgnorePublicAcls ?? false,
      restrictPublicBuckets: block?.RestrictPublicBuckets ?? false,
    },
    objectOwnership: ownership?.OwnershipControls?.Rules?.[0]?.ObjectOwnership,
    accessLogs: target && { bucket: target.TargetBucket, prefix: target.TargetPrefix },
    lifecycleRules: lifecycle?.Rules ?? [],
  };
}

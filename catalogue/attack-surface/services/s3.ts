import type { ServiceSurface } from "../surface";

const GUIDE = "Amazon S3 User Guide, CloudTrail events";

export const s3: ServiceSurface = {
  service: "s3",
  title: "Amazon S3",
  records: "s3",
  things: [
    {
      what: "the bucket of the record, the bucket of its access logs, and what lies in them",
      in: ["log archive"],
      arns: {
        bucket: [
          "arn:aws:s3:::org-baseline-trail-333333333333-us-east-1",
          "arn:aws:s3:::org-baseline-access-logs-333333333333-us-east-1",
        ],
        object: ["arn:aws:s3:::org-baseline-trail-333333333333-us-east-1/AWSLogs/example.json.gz"],
        accesspointobject: ["arn:aws:s3:us-east-1:{account}:accesspoint/example/object/AWSLogs/example.json.gz"],
      },
      named: {
        bucketName: ["org-baseline-trail-333333333333-us-east-1", "org-baseline-access-logs-333333333333-us-east-1"],
      },
    },
    {
      what: "access points, by which a bucket has another ARN",
      in: ["log archive"],
      arns: {
        accesspoint: ["arn:aws:s3:us-east-1:{account}:accesspoint/example"],
        multiregionaccesspoint: ["arn:aws:s3::{account}:accesspoint/example.mrap"],
      },
    },
  ],
  accounts: ["log archive"],
  events: {
    PutAccountPublicAccessBlock: {
      names: ["PutAccountPublicAccessBlock", "DeleteAccountPublicAccessBlock"],
      source: GUIDE,
    },
    PutBucketCORS: { names: ["PutBucketCors", "DeleteBucketCors"], source: GUIDE },
    PutBucketPublicAccessBlock: {
      names: ["PutBucketPublicAccessBlock", "DeleteBucketPublicAccessBlock"],
      source: GUIDE,
    },
    PutBucketTagging: { names: ["PutBucketTagging", "DeleteBucketTagging"], source: GUIDE },
    PutEncryptionConfiguration: { names: ["PutBucketEncryption", "DeleteBucketEncryption"], source: GUIDE },
    PutLifecycleConfiguration: { names: ["PutBucketLifecycle", "DeleteBucketLifecycle"], source: GUIDE },
    PutReplicationConfiguration: { names: ["PutBucketReplication", "DeleteBucketReplication"], source: GUIDE },
    DeleteObjectVersion: { names: ["DeleteObject", "DeleteObjects"], source: GUIDE },
    DeleteObjectVersionTagging: { names: ["DeleteObjectTagging"], source: GUIDE },
    PutObjectVersionAcl: { names: ["PutObjectAcl"], source: GUIDE },
    PutObjectVersionTagging: { names: ["PutObjectTagging"], source: GUIDE },
  },
  recordedData: [
    "AbortMultipartUpload",
    "DeleteObject",
    "DeleteObjectTagging",
    "DeleteObjectVersion",
    "DeleteObjectVersionTagging",
    "PutObjectAcl",
    "PutObjectLegalHold",
    "PutObjectRetention",
    "PutObjectTagging",
    "PutObjectVersionAcl",
    "PutObjectVersionTagging",
    "RestoreObject",
  ],
  unrecorded: [
    {
      source: "ours: what CloudTrail itself writes is left out, or it would never end (organization-trail.ts)",
      actions: ["PutObject"],
    },
  ],
  excused: [
    {
      reason: "adds",
      because: "it fetches a copy back from the archive",
      actions: ["RestoreObject"],
    },
    {
      reason: "refused",
      because: "access points of Object Lambda answer reads only (S3 User Guide, Object Lambda access points)",
      actions: [
        "CreateAccessPointForObjectLambda",
        "PutAccessPointConfigurationForObjectLambda",
        "PutAccessPointPolicyForObjectLambda",
      ],
    },
    {
      reason: "harmless",
      because: "nothing of ours is written in parts, or through an access point: what goes was somebody else's",
      actions: [
        "AbortMultipartUpload",
        "DeleteAccessPointForObjectLambda",
        "DeleteAccessPointPolicyForObjectLambda",
        "SubmitMultiRegionAccessPointRoutes",
      ],
    },
    {
      reason: "harmless",
      because: "figures about buckets",
      actions: [
        "CreateStorageLensGroup",
        "DeleteStorageLensConfiguration",
        "DeleteStorageLensConfigurationTagging",
        "DeleteStorageLensGroup",
        "PutStorageLensConfiguration",
        "PutStorageLensConfigurationTagging",
        "UpdateStorageLensGroup",
      ],
    },
    {
      reason: "elsewhere",
      because: "by the guardrail on the role with which a grant or a job works: it may not write to the buckets either",
      actions: [
        "AssociateAccessGrantsIdentityCenter",
        "CreateAccessGrant",
        "CreateAccessGrantsInstance",
        "CreateAccessGrantsLocation",
        "CreateJob",
        "DeleteAccessGrant",
        "DeleteAccessGrantsInstance",
        "DeleteAccessGrantsInstanceResourcePolicy",
        "DeleteAccessGrantsLocation",
        "DeleteJobTagging",
        "DissociateAccessGrantsIdentityCenter",
        "PutAccessGrantsInstanceResourcePolicy",
        "PutJobTagging",
        "UpdateAccessGrantsLocation",
        "UpdateJobPriority",
        "UpdateJobStatus",
      ],
    },
    {
      reason: "elsewhere",
      because: "it is asked for while an access point is made, which is denied",
      actions: ["PutAccessPointPublicAccessBlock"],
    },
  ],
};

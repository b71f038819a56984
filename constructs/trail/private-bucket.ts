import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable, TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { bucketTlsOnly, type PolicyStatement } from "../../catalogue/resource-policies/statement";
import type { Place } from "../place";
import { policyJson } from "../policy-json";

export interface PrivateBucketProps {
  readonly place: Place;
  readonly partition: string;
  readonly name: string;
  /** Key that encrypts objects. Without one, S3's own keys do: S3 cannot deliver access logs under another key. */
  readonly keyArn?: string;
  /** Whether objects can be locked. Only at creation. */
  readonly objectLock: boolean;
  /** Statements of the bucket policy, besides the deny of transport without TLS. */
  readonly statements: readonly PolicyStatement[];
  /** Whether a destroy empties the bucket first. For trial accounts. */
  readonly forceDestroy: boolean;
  readonly lifecycle: TerraformResourceLifecycle | undefined;
}

/** A versioned, encrypted bucket that is never public, knows no ACLs and answers over TLS only. */
export class PrivateBucket extends Construct {
  readonly name: string;
  /** What a service needs before it can write: wait for it. */
  readonly ready: readonly ITerraformDependable[];
  readonly versioning: S3BucketVersioningA;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const { place, partition, name, keyArn, objectLock, statements, forceDestroy, lifecycle } = props;
    const resource = new S3Bucket(this, "bucket", {
      ...place,
      bucket: name,
      objectLockEnabled: objectLock,
      forceDestroy,
      lifecycle,
    });
    const bucket = resource.id;
    this.name = bucket;

    this.versioning = new S3BucketVersioningA(this, "versioning", {
      ...place,
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    const encryption = new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      ...place,
      bucket,
      rule: [
        {
          applyServerSideEncryptionByDefault:
            keyArn === undefined ? { sseAlgorithm: "AES256" } : { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
          bucketKeyEnabled: keyArn !== undefined,
        },
      ],
    });
    const ownership = new S3BucketOwnershipControls(this, "ownership", {
      ...place,
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    const publicAccessBlock = new S3BucketPublicAccessBlock(this, "public-access-block", {
      ...place,
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const policy = new S3BucketPolicy(this, "policy", {
      ...place,
      bucket,
      policy: policyJson([bucketTlsOnly(partition, name), ...statements]),
      // S3 answers 409 when both are changed at once.
      dependsOn: [publicAccessBlock],
    });
    this.ready = [this.versioning, encryption, ownership, policy];
  }
}

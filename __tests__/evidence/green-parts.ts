import type { BucketFacts } from "../../organization/services/buckets";
import type { KeyFacts } from "../../organization/services/keys";

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

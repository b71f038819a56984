import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { Construct } from "constructs";
import type { Place } from "../place";
import type { PrivateBucket } from "./private-bucket";

export interface BucketExpiryProps {
  readonly place: Place;
  readonly bucket: PrivateBucket;
  /** Days after which an object expires. */
  readonly days: number;
  /** Days that a version is kept after it was replaced or hidden by a delete marker. */
  readonly noncurrentDays: number;
}

/** Expiry that really frees the storage: of objects, of the versions behind them and of the markers that remain. */
export class BucketExpiry extends Construct {
  constructor(scope: Construct, id: string, { place, bucket, days, noncurrentDays }: BucketExpiryProps) {
    super(scope, id);
    // Nothing depends on it: the provider itself waits for a minute until S3 reports it the same way several times.
    new S3BucketLifecycleConfiguration(this, "rules", {
      ...place,
      bucket: bucket.name,
      rule: [
        {
          id: "expire",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ days }],
          noncurrentVersionExpiration: [{ noncurrentDays }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
        {
          id: "remove-delete-markers",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ expiredObjectDeleteMarker: true }],
        },
      ],
      dependsOn: [bucket.versioning],
    });
  }
}

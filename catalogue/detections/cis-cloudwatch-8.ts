import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { roleCall } from "./sample-calls";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch8 = {
  id: "cis-cloudwatch-8",
  set: "cis",
  title: "A bucket's policy, ACL, CORS, lifecycle or replication changed",
  severity: "record",
  rationale:
    "Any bucket of any account. The log bucket has a detection of its own, which also sees object lock and versioning.",
  response: [
    "Read eventName, requestParameters.bucketName, recipientAccountId and userIdentity.arn of the last 24 hours.",
    "A policy that opens a bucket to everybody needs an explanation.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 8,
    securityHub: "CloudWatch.8",
    prowler: "cloudwatch_log_metric_filter_for_s3_bucket_policy_changes",
  }),
  path: {
    kind: "metric",
    pattern:
      "{($.eventSource=s3.amazonaws.com) && (($.eventName=PutBucketAcl) || ($.eventName=PutBucketPolicy) || ($.eventName=PutBucketCors) || ($.eventName=PutBucketLifecycle) || ($.eventName=PutBucketReplication) || ($.eventName=DeleteBucketPolicy) || ($.eventName=DeleteBucketCors) || ($.eventName=DeleteBucketLifecycle) || ($.eventName=DeleteBucketReplication))}",
  },
  fires: [
    roleCall("s3", "PutBucketPolicy", { requestParameters: { bucketName: "example" } }),
    roleCall("s3", "DeleteBucketLifecycle", { requestParameters: { bucketName: "example" } }),
  ],
  ignores: [
    roleCall("s3", "GetBucketPolicy", { readOnly: true }),
    roleCall("s3", "PutBucketVersioning", { requestParameters: { bucketName: "example" } }),
  ],
} as const satisfies CatalogueDetection;

import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const CHANGED = roleCall("s3", "PutBucketLifecycle", {
  requestParameters: { bucketName: "org-baseline-trail-333333333333-us-east-1" },
  recipientAccountId: "333333333333",
});

export const logBucketChanged = {
  id: "log-bucket-changed",
  set: "blinding",
  title: "The log bucket's policy, lifecycle, lock or another setting changed",
  severity: "critical",
  rationale:
    "The bucket is the archive that an investigation reads. A shorter lifecycle or a lifted lock lets it vanish later, when nobody looks any more.",
  response: [
    "Read eventName, requestParameters, userIdentity.arn and recipientAccountId, from 15 minutes before the alarm.",
    "Not a deployment of yours: a plan of the stack audit-trail shows what to restore.",
    "Check the archive: aws cloudtrail validate-logs from the day before eventTime on.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1562.008" },
    { source: "MITRE ATT&CK", control: "T1485" },
  ],
  path: watching(
    ({ logBuckets, logArchiveAccount }) =>
      logBuckets.length === 0
        ? []
        : [
            watch({
              service: "s3",
              calls: {
                "DeleteBucket*": ["trail"],
                "PutBucket*": ["trail"],
                PutObjectLockConfiguration: "the lock of what comes: delivery goes on",
              },
              of: { fields: ["bucketName"], names: logBuckets },
              accounts: [logArchiveAccount],
            }),
            watch({
              service: "s3",
              calls: {
                CreateAccessPoint: "another way to what is stored: delivery goes on",
                DeleteAccountPublicAccessBlock: "the bucket has its own block",
                PutAccessPointPolicy: "another way to what is stored: delivery goes on",
                PutAccountPublicAccessBlock: "the bucket has its own block",
              },
              accounts: [logArchiveAccount],
            }),
          ],
    // The calls arrive in the log archive account, where no rule of ours stands: the metric path has no bucket in it.
    [],
  ),
  fires: [
    padded(CHANGED),
    CHANGED,
    { ...CHANGED, eventName: "DeleteBucketPolicy" },
    { ...CHANGED, eventName: "DeleteAccountPublicAccessBlock", requestParameters: { accountId: "333333333333" } },
    { ...CHANGED, eventName: "PutBucketObjectLockConfiguration" },
  ],
  ignores: [
    { ...CHANGED, recipientAccountId: "444444444444" },
    denied(CHANGED),
    { ...CHANGED, requestParameters: { bucketName: "example" } },
    { ...CHANGED, eventName: "GetBucketLifecycle", readOnly: true },
  ],
} as const satisfies CatalogueDetection;

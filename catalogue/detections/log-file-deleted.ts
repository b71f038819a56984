import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const DELETED = roleCall("s3", "DeleteObject", {
  requestParameters: { bucketName: "org-baseline-trail-333333333333-us-east-1", key: "AWSLogs/example.json.gz" },
  recipientAccountId: "333333333333",
  managementEvent: false,
  eventCategory: "Data",
});

export const logFileDeleted = {
  id: "log-file-deleted",
  set: "blinding",
  title: "A log file of the trail was deleted, overwritten or unlocked",
  severity: "critical",
  rationale:
    "The log files are the evidence. Object lock holds them, but for whoever may bypass it; this tells of the try. CloudTrail itself writes by PutObject, which is left out of the record: who overwrites a file that way makes a new version and loses nothing.",
  response: [
    "Read eventName, requestParameters.key, userIdentity.arn and recipientAccountId, from 15 minutes before the alarm.",
    "Restore what was deleted: aws s3api list-object-versions shows the version behind the delete marker.",
    "Check the archive: aws cloudtrail validate-logs from the day before eventTime on.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1070" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
  ],
  path: watching(
    ({ logBuckets, logArchiveAccount }) => {
      const archive = "what was recorded before: delivery goes on";
      return logBuckets.length === 0
        ? []
        : [
            watch({
              service: "s3",
              calls: {
                CompleteMultipartUpload: archive,
                CopyObject: archive,
                DeleteObject: archive,
                DeleteObjects: archive,
                PutObjectAcl: archive,
                PutObjectLegalHold: archive,
                PutObjectRetention: archive,
              },
              // The name of a bucket is unique in a partition, whoever calls.
              of: { fields: ["bucketName"], arns: logBuckets },
              accounts: [logArchiveAccount],
            }),
          ];
    },
    // Data events of the log archive account, where no rule of ours stands.
    [],
  ),
  fires: [
    DELETED,
    padded({ ...DELETED, eventName: "DeleteObjects" }),
    { ...DELETED, eventName: "PutObjectRetention", recipientAccountId: "555555555555" },
  ],
  ignores: [
    denied(DELETED),
    { ...DELETED, requestParameters: { bucketName: "example" } },
    { ...DELETED, eventName: "PutObject" },
    { ...DELETED, eventName: "GetObject", readOnly: true },
  ],
} as const satisfies CatalogueDetection;

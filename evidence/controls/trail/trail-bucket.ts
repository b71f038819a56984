import type { BucketFacts } from "../../../organization/services/buckets";
import { conditionValues, statementsOf } from "../../../organization/services/json";
import { together } from "../../../organization/clients/reading";
import type { Control } from "../../control";
import { applied, type Finding, gap, judged, must, notApplicable, readAt } from "../../item";

const APPLY = applied("audit-trail");

const isTlsOnly = ({ policy }: BucketFacts): boolean =>
  statementsOf(policy ?? {}).some(
    (statement) =>
      statement["Effect"] === "Deny" &&
      statement["Principal"] === "*" &&
      statement["Action"] === "s3:*" &&
      conditionValues({ Statement: [statement] }, "aws:SecureTransport").includes("false"),
  );

/** What every bucket that holds a record must have. */
const common = (bucket: BucketFacts): readonly Finding[] => {
  const { name, versioning, publicAccessBlock, objectOwnership } = bucket;
  const isPrivate = Object.values(publicAccessBlock).every(Boolean) && objectOwnership === "BucketOwnerEnforced";
  return [
    must(`versions of ${name}`, versioning === "Enabled", "kept", "not kept", APPLY),
    must(`public access to ${name}`, isPrivate, "blocked", "can be opened", APPLY),
    must(`transport to ${name}`, isTlsOnly(bucket), "TLS only", "not only TLS", APPLY),
  ];
};

export const trailBucket: Control = {
  id: "trail-bucket",
  title: "The record is locked, encrypted and private",
  matters: "Whoever can delete or change the record can hide what was done.",
  checklist: 4,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "3.1.1" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "3.1.4" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "4.5" },
    { source: "AWS Security Hub", control: "CloudTrail.6" },
    { source: "AWS Security Hub", control: "CloudTrail.7" },
    { source: "Prowler", control: "s3_bucket_secure_transport_policy" },
    { source: "Prowler", control: "s3_bucket_level_public_access_block" },
  ],
  reads: [
    "s3:ListBucket",
    "s3:GetBucketPolicy",
    "s3:GetBucketVersioning",
    "s3:GetEncryptionConfiguration",
    "s3:GetBucketObjectLockConfiguration",
    "s3:GetBucketPublicAccessBlock",
    "s3:GetBucketOwnershipControls",
    "s3:GetBucketLogging",
    "s3:GetLifecycleConfiguration",
  ],
  judge: ({ live: { auditTrail }, blueprint: { baseline, names }, now }) => {
    if (baseline.auditTrail.mode === "use")
      return readAt(now.toISOString(), [
        notApplicable("bucket", "belongs to a trail that others own: whoever owns the trail shows its bucket"),
      ]);
    const { mode, days } = baseline.auditTrail.lock;
    const { bucket, accessLogBucket, trail } = auditTrail;
    return judged("bucket", together(bucket, accessLogBucket, trail), ([logs, accessLogs, recorder]) => {
      if (logs === undefined) return [gap("bucket", `${names.trailBucket} does not exist`, APPLY)];
      const { objectLock: lock, encryption, name } = logs;
      const isLocked = lock?.mode === mode && (lock.days ?? 0) >= days;
      const isOurs = encryption?.algorithm === "aws:kms" && encryption.keyArn === recorder?.keyArn;
      return [
        must(
          "lock",
          isLocked,
          `${lock?.mode} for ${lock?.days} days`,
          `${lock?.mode ?? "none"}, not ${mode} for ${days} days`,
          APPLY,
        ),
        must("encryption", isOurs, encryption?.keyArn ?? "", "not the trail's key", APPLY),
        must(
          "destination",
          recorder?.bucket === name,
          name,
          `the trail delivers to ${recorder?.bucket ?? "no bucket"}`,
          APPLY,
        ),
        must(
          "access logs",
          logs.accessLogs?.bucket === names.accessLogBucket,
          `kept in ${logs.accessLogs?.bucket}`,
          "not kept",
          APPLY,
        ),
        ...common(logs),
        ...(accessLogs === undefined ? [gap("bucket of access logs", "does not exist", APPLY)] : common(accessLogs)),
      ];
    });
  },
};

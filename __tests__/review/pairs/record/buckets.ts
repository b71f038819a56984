import type { Values } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";
import { both, remove, set } from "../setting";

const LOCK = "aws_s3_bucket_object_lock_configuration.trail-bucket_object-lock";
const EXPIRY = "aws_s3_bucket_lifecycle_configuration.trail-bucket_expiry_rules";
const BUCKET = "aws_s3_bucket.trail-bucket_logs_bucket";
const PUBLIC = "aws_s3_bucket_public_access_block.trail-bucket_logs_public-access-block";
const VERSIONS = "aws_s3_bucket_versioning.trail-bucket_logs_versioning";
const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration.trail-bucket_logs_encryption";
const KEY = "aws_kms_key.trail-encryption_key";

const retention = (mode: string, days: number): Values => ({ rule: { default_retention: { mode, days } } });

const expiry = (days: number): Values => ({
  rule: [
    {
      id: "expire",
      status: "Enabled",
      expiration: [{ days }],
      noncurrent_version_expiration: [{ noncurrent_days: 400 }],
    },
  ],
});

export const BUCKET_PAIRS: readonly Pair[] = [
  ...both(
    "object lock days",
    "object-lock",
    LOCK,
    retention("GOVERNANCE", 30),
    retention("GOVERNANCE", 365),
    /object lock 365 → 30 days/,
  ),
  ...both("object lock mode", "object-lock", LOCK, retention("GOVERNANCE", 365), retention("COMPLIANCE", 365)),
  harmless(
    "a year is 365 days",
    set(LOCK, { rule: [{ default_retention: [{ mode: "GOVERNANCE", years: 1, days: 0 }] }] }),
  ),
  harmful("no object lock", "object-lock", remove(LOCK)),
  ...both("expiry of log files", "log-expiry", EXPIRY, expiry(400), expiry(2557)),
  ...both("public access", "bucket-protection", PUBLIC, { block_public_policy: false }, { block_public_policy: true }),
  harmful("nothing blocks public access", "bucket-protection", remove(PUBLIC)),
  ...both(
    "versions",
    "bucket-protection",
    VERSIONS,
    { versioning_configuration: [{ status: "Suspended" }] },
    { versioning_configuration: [{ status: "Enabled" }] },
  ),
  harmful(
    "the bucket's encryption",
    "bucket-protection",
    set(ENCRYPTION, { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "AES256" }] }] }),
    {
      given: set(ENCRYPTION, { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms" }] }] }),
    },
  ),
  harmful("the bucket may be destroyed with its files", "bucket-protection", set(BUCKET, { force_destroy: true })),
  ...both("key rotation", "key-protection", KEY, { enable_key_rotation: false }, { enable_key_rotation: true }),
  harmful("a shorter deletion window", "key-protection", set(KEY, { deletion_window_in_days: 7 })),
];

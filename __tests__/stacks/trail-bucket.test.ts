import type { BaselineConfig } from "../../config";
import { configuration, inTrialAccounts, withTrail } from "../support/configuration";
import { statement, statementsIn } from "../support/policies";
import { stack } from "../support/synth";
import { at } from "../support/terraform";

const BUCKET = "aws_s3_bucket.trail-bucket_logs_bucket";

const auditTrail = (config: BaselineConfig) => stack(config, "audit-trail");
const body = (address: string, config = configuration()) => at(auditTrail(config), address);

test("log files are locked, then expire, and so do old versions and what hides them", () => {
  const config = withTrail({ lock: { mode: "GOVERNANCE", days: 30 }, expireAfterDays: 400 });
  expect(body("aws_s3_bucket_object_lock_configuration.trail-bucket_object-lock", config)["rule"]).toEqual({
    default_retention: { mode: "GOVERNANCE", days: 30 },
  });
  expect(body("aws_s3_bucket_lifecycle_configuration.trail-bucket_expiry_rules", config)["rule"]).toEqual([
    expect.objectContaining({
      status: "Enabled",
      expiration: [{ days: 400 }],
      noncurrent_version_expiration: [{ noncurrent_days: 30 }],
    }),
    expect.objectContaining({ status: "Enabled", expiration: [{ expired_object_delete_marker: true }] }),
  ]);
});

test("a lock that nobody can lift needs the bucket's name, and is then set", () => {
  const bucket = "org-baseline-trail-333333333333-us-east-1";
  const config = withTrail({ lock: { mode: "COMPLIANCE", days: 365, confirm: bucket } });
  expect(body("aws_s3_bucket_object_lock_configuration.trail-bucket_object-lock", config)["rule"]).toEqual({
    default_retention: { mode: "COMPLIANCE", days: 365 },
  });
  expect(() => auditTrail(withTrail({ lock: { mode: "COMPLIANCE", days: 365 } }))).toThrow(`repeat the bucket's name`);
});

test.each(["logs", "access-logs"])(
  "the bucket for %s is versioned, never public, without ACLs, and asks for TLS",
  (name) => {
    const of = (type: string, part: string) => body(`${type}.trail-bucket_${name}_${part}`);
    expect(of("aws_s3_bucket_versioning", "versioning")["versioning_configuration"]).toEqual({ status: "Enabled" });
    expect(of("aws_s3_bucket_ownership_controls", "ownership")["rule"]).toEqual({
      object_ownership: "BucketOwnerEnforced",
    });
    expect(of("aws_s3_bucket_public_access_block", "public-access-block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(statementsIn(of("aws_s3_bucket_policy", "policy")["policy"])[0]).toMatchObject({
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  },
);

test("log files are encrypted with the trail's key through a bucket key, access logs with S3's own", () => {
  const rule = (name: string) =>
    body(`aws_s3_bucket_server_side_encryption_configuration.trail-bucket_${name}_encryption`)["rule"];
  expect(rule("logs")).toEqual([
    {
      apply_server_side_encryption_by_default: {
        sse_algorithm: "aws:kms",
        kms_master_key_id: "${aws_kms_key.trail-encryption_key.arn}",
      },
      bucket_key_enabled: true,
    },
  ]);
  expect(rule("access-logs")).toEqual([
    { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" }, bucket_key_enabled: false },
  ]);
});

test("who touches the log files is logged in the second bucket, which S3 alone may write", () => {
  const logging = body("aws_s3_bucket_logging.trail-bucket_access-logging");
  expect(logging["target_bucket"]).toBe("${aws_s3_bucket.trail-bucket_access-logs_bucket.id}");
  const delivery = statement(
    body("aws_s3_bucket_policy.trail-bucket_access-logs_policy")["policy"],
    "S3ServerAccessLogs",
  );
  expect(delivery).toMatchObject({
    Principal: { Service: "logging.s3.amazonaws.com" },
    Resource: `arn:aws:s3:::org-baseline-access-logs-333333333333-us-east-1/${String(logging["target_prefix"])}*`,
    Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:::org-baseline-trail-333333333333-us-east-1" } },
  });
  // S3 delivers nothing into a bucket with a default lock.
  expect(body("aws_s3_bucket.trail-bucket_access-logs_bucket")["object_lock_enabled"]).toBe(false);
  expect(body(BUCKET)["object_lock_enabled"]).toBe(true);
});

test("trial accounts keep the lock, and buckets are emptied by a destroy", () => {
  expect(body(BUCKET, inTrialAccounts(configuration()))).toMatchObject({
    force_destroy: true,
    object_lock_enabled: true,
  });
});

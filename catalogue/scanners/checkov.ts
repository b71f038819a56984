import type { Excuse } from "./excuse";

const LOG_BUCKETS = ["aws_s3_bucket\\.trail-bucket_(logs|access-logs)_bucket"];

/** What Checkov finds in the plans of the shipped configuration, each with why it stays. Resources are addresses. */
export const CHECKOV_EXCUSES: readonly Excuse[] = [
  {
    check: "CKV_AWS_61",
    resources: ["aws_iam_role\\.break-glass-.+_role"],
    reason:
      "The trust of the break-glass roles names the account and is narrowed by aws:PrincipalArn, since AWS refuses a policy that names a role which does not exist yet; the check does not read conditions.",
  },
  {
    check: "CKV_AWS_144",
    resources: LOG_BUCKETS,
    reason:
      "The record is kept by object lock, in an account of its own. A copy in another Region is a choice of yours, for the loss of a Region.",
  },
  {
    check: "CKV_AWS_145",
    resources: ["aws_s3_bucket\\.trail-bucket_access-logs_bucket"],
    reason: "S3 delivers access logs only to a bucket whose default encryption is SSE-S3.",
  },
  {
    check: "CKV_AWS_252",
    resources: ["aws_cloudtrail\\.organization-trail_trail"],
    reason:
      "The topic would tell of each log file that is delivered, and nobody reads that; alarms read the log group.",
  },
  {
    check: "CKV_AWS_297",
    resources: ["aws_scheduler_schedule\\.known-event-call_schedule"],
    reason:
      "What the schedule holds is the name of one rule, which is no secret; Scheduler encrypts it with a key of AWS.",
  },
  {
    check: "CKV2_AWS_3",
    resources: ["aws_guardduty_detector\\..+_management_detector"],
    reason:
      "The organization's configuration belongs to the administrator's detector in the security account; the management account is a member.",
  },
  {
    check: "CKV2_AWS_62",
    resources: LOG_BUCKETS,
    reason: "Nobody would read an event for every log file; deletions are recorded by the trail, and alarmed on.",
  },
];

/** Quotas of AWS that the baseline checks before AWS does. Each carries its source and the day it was read. */

/** Characters of a service control policy, and how many may be attached to one root, OU or account. */
export interface PolicyQuota {
  readonly policySize: number;
  readonly policiesPerTarget: number;
}

/**
 * Service control policies: 10,240 characters and 10 per target in the aws partition since May 2026.
 * For the other partitions the raise is not confirmed, so the older 5,120 and 5 hold there.
 * Source: AWS Organizations User Guide, quotas (read 2026-11).
 */
export const SERVICE_CONTROL_POLICY_QUOTAS: Readonly<Record<"aws" | "aws-us-gov" | "aws-cn", PolicyQuota>> = {
  aws: { policySize: 10_240, policiesPerTarget: 10 },
  "aws-us-gov": { policySize: 5_120, policiesPerTarget: 5 },
  "aws-cn": { policySize: 5_120, policiesPerTarget: 5 },
};

/**
 * Resource control policies, RCPFullAWSAccess among the five. Source: AWS Organizations User Guide, quotas (read 2026-11).
 */
export const RESOURCE_CONTROL_POLICY_QUOTA: PolicyQuota = { policySize: 5_120, policiesPerTarget: 5 };

/** Characters of an S3 bucket name. Source: Amazon S3 User Guide, bucket naming rules (read 2026-11). */
export const BUCKET_NAME_LENGTH = 63;

/** Characters of an IAM role name. Source: IAM and STS quotas (read 2026-11). */
export const ROLE_NAME_LENGTH = 64;

/** Days that CloudWatch Logs accepts as retention. Source: CloudWatch Logs API, PutRetentionPolicy (read 2026-11). */
export const LOG_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** Longest session of a break-glass role in seconds; the root session itself lasts at most 900 (STS AssumeRoot). */
export const BREAK_GLASS_SESSION_SECONDS = 3600;

/** Characters of an event rule's name. Source: EventBridge API Reference, PutRule (read 2026-11). */
export const EVENT_RULE_NAME_LENGTH = 64;

/** Longest exception from `deny-root-user`, in days. Ours: long enough for a change window, too short to be forgotten. */
export const MOST_EXCEPTION_DAYS = 14;

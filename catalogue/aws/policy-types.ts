/**
 * Types of policies of AWS Organizations. A provider refuses those that its version does not know, so what it knows
 * decides which organization it can own.
 */

/** Types that AWS provider 5.100 accepts. Source: `terraform validate` with 5.100.0, 2026-11. */
export const POLICY_TYPES: readonly string[] = [
  "AISERVICES_OPT_OUT_POLICY",
  "BACKUP_POLICY",
  "CHATBOT_POLICY",
  "DECLARATIVE_POLICY_EC2",
  "RESOURCE_CONTROL_POLICY",
  "SERVICE_CONTROL_POLICY",
  "TAG_POLICY",
];

/** Types that are newer. Source: `PolicyType` of @aws-sdk/client-organizations, read 2026-11. */
export const NEWER_POLICY_TYPES: readonly string[] = [
  "BEDROCK_POLICY",
  "GUARDDUTY_POLICY",
  "INSPECTOR_POLICY",
  "NETWORK_SECURITY_DIRECTOR_POLICY",
  "S3_POLICY",
  "SECURITYHUB_CSPM_POLICY",
  "SECURITYHUB_POLICY",
  "UPGRADE_ROLLOUT_POLICY",
];

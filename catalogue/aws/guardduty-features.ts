/**
 * The optional protection plans of GuardDuty that the baseline decides about, in the order in which they are applied.
 * `EKS_RUNTIME_MONITORING` is left out on purpose: `RUNTIME_MONITORING` contains it and AWS refuses both together.
 *
 * Source: GuardDuty API Reference, UpdateOrganizationConfiguration; names accepted by AWS provider 5.100 and 6.x.
 */
export const GUARDDUTY_FEATURES = [
  "S3_DATA_EVENTS",
  "EKS_AUDIT_LOGS",
  "EBS_MALWARE_PROTECTION",
  "RDS_LOGIN_EVENTS",
  "LAMBDA_NETWORK_LOGS",
  "RUNTIME_MONITORING",
] as const;

/**
 * The agents that Runtime Monitoring can manage, in the order in which the API returns them. Terraform reads them back
 * as a list: another order, or a shorter list, is a replacement at every plan.
 */
export const RUNTIME_AGENTS = ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"] as const;

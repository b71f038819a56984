import type { Excuse } from "./excuse";
import type { ScannedAccount } from "./prowler";

const options = (choose: string, checks: readonly string[], resources: readonly string[]): readonly Excuse[] =>
  checks.map((check) => ({ check, resources, reason: choose }));

const DETECTOR = ["[0-9a-f]{32}"];

/** What passes once it is chosen in the configuration. Costs speak against it as a default. */
export const PROWLER_OPTIONS: readonly Excuse[] = [
  ...options("auditTrail.insights", ["cloudtrail_insights_exist"], [".+-trail"]),
  ...options(
    "threatDetection.features",
    [
      "guardduty_ec2_malware_protection_enabled",
      "guardduty_eks_audit_log_enabled",
      "guardduty_eks_runtime_monitoring_enabled",
      "guardduty_lambda_protection_enabled",
      "guardduty_rds_protection_enabled",
      "guardduty_runtime_monitoring_enabled",
      "guardduty_s3_protection_enabled",
    ],
    DETECTOR,
  ),
];

const ACCOUNT = ["[0-9]{12}"];
const ORGANIZATION = ["o-[a-z0-9]+"];
const NOT_OURS = "The baseline does not set this: it is your account's own.";

const notOurs = (checks: readonly string[], resources: readonly string[]): readonly Excuse[] =>
  checks.map((check) => ({ check, resources, reason: NOT_OURS }));

/** What the baseline has nothing to do with, and the local organization does not have. Nobody should mute it. */
export const PROWLER_NOT_OURS: readonly Excuse[] = [
  ...notOurs(
    [
      "account_maintain_different_contact_details_to_security_billing_and_operations",
      "iam_check_saml_providers_sts",
      "iam_password_policy_expires_passwords_within_90_days_or_less",
      "iam_password_policy_lowercase",
      "iam_password_policy_minimum_length_14",
      "iam_password_policy_number",
      "iam_password_policy_reuse_24",
      "iam_password_policy_symbol",
      "iam_password_policy_uppercase",
      "iam_support_role_created",
    ],
    ACCOUNT,
  ),
  ...notOurs(
    ["organizations_opt_out_ai_services_policy", "organizations_tags_policies_enabled_and_attached"],
    ORGANIZATION,
  ),
  ...notOurs(["iam_securityaudit_role_created"], ["SecurityAudit"]),
  ...notOurs(["iam_user_hardware_mfa_enabled"], ["deployer"]),
  {
    check: "guardduty_centrally_managed",
    resources: DETECTOR,
    reason: "The local organization does not make the management account's detector a member of the administrator's.",
  },
];

/** What stays in an account besides what is by design: of the administrator of GuardDuty, the plans that are not chosen. */
export const PROWLER_BEYOND: Readonly<Record<ScannedAccount, readonly Excuse[]>> = {
  management: [...PROWLER_OPTIONS, ...PROWLER_NOT_OURS],
  security: PROWLER_OPTIONS.filter(({ reason }) => reason === "threatDetection.features"),
  logArchive: [],
};

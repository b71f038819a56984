import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { roleCall } from "./sample-calls";

/** CIS and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisOrganizations = {
  id: "cis-organizations",
  set: "cis",
  title: "The organization changed",
  severity: "record",
  rationale:
    "Accounts, units and policies of the organization. Detached guardrails and lost accounts have detections of their own.",
  response: [
    "Read eventName, requestParameters and userIdentity.arn of the last 24 hours.",
    "What no pipeline and no ticket asked for needs an explanation.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({ position: 15, prowler: "cloudwatch_log_metric_filter_aws_organizations_changes" }),
  path: {
    kind: "metric",
    pattern:
      "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AcceptHandshake) || ($.eventName = AttachPolicy) || ($.eventName = CancelHandshake) || ($.eventName = CreateAccount) || ($.eventName = CreateOrganization) || ($.eventName = CreateOrganizationalUnit) || ($.eventName = CreatePolicy) || ($.eventName = DeclineHandshake) || ($.eventName = DeleteOrganization) || ($.eventName = DeleteOrganizationalUnit) || ($.eventName = DeletePolicy) || ($.eventName = EnableAllFeatures) || ($.eventName = EnablePolicyType) || ($.eventName = InviteAccountToOrganization) || ($.eventName = LeaveOrganization) || ($.eventName = DetachPolicy) || ($.eventName = DisablePolicyType) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = UpdateOrganizationalUnit) || ($.eventName = UpdatePolicy)) }",
  },
  fires: [
    roleCall("organizations", "MoveAccount"),
    roleCall("organizations", "UpdatePolicy"),
    roleCall("organizations", "AcceptHandshake"),
  ],
  ignores: [roleCall("organizations", "ListAccounts", { readOnly: true }), roleCall("iam", "CreatePolicy")],
} as const satisfies CatalogueDetection;

import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { roleCall } from "./sample-calls";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch4 = {
  id: "cis-cloudwatch-4",
  set: "cis",
  title: "An IAM policy changed",
  severity: "record",
  rationale: "Permissions grow by policies. Every deployment changes some, so this is a record and not an alarm.",
  response: [
    "Read eventName, requestParameters and userIdentity.arn of the last 24 hours.",
    "Compare with the deployments of that time; what no pipeline did needs an explanation.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 4,
    securityHub: "CloudWatch.4",
    prowler: "cloudwatch_log_metric_filter_policy_changes",
  }),
  path: {
    kind: "metric",
    pattern:
      "{($.eventSource=iam.amazonaws.com) && (($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || ($.eventName=DetachGroupPolicy))}",
  },
  fires: [roleCall("iam", "AttachRolePolicy"), roleCall("iam", "DetachGroupPolicy"), roleCall("iam", "PutUserPolicy")],
  ignores: [roleCall("iam", "ListPolicies", { readOnly: true }), roleCall("organizations", "CreatePolicy")],
} as const satisfies CatalogueDetection;

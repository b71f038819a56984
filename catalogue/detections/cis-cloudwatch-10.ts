import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { roleCall } from "./sample-calls";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch10 = {
  id: "cis-cloudwatch-10",
  set: "cis",
  title: "A security group changed",
  severity: "record",
  rationale: "Who may reach what. Every deployment changes some, so this is a record and not an alarm.",
  response: [
    "Read eventName, requestParameters, recipientAccountId and userIdentity.arn of the last 24 hours.",
    "An ingress from 0.0.0.0/0 on a port of administration needs an explanation.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 10,
    securityHub: "CloudWatch.10",
    prowler: "cloudwatch_log_metric_filter_security_group_changes",
  }),
  path: {
    kind: "metric",
    pattern:
      "{($.eventName=AuthorizeSecurityGroupIngress) || ($.eventName=AuthorizeSecurityGroupEgress) || ($.eventName=RevokeSecurityGroupIngress) || ($.eventName=RevokeSecurityGroupEgress) || ($.eventName=CreateSecurityGroup) || ($.eventName=DeleteSecurityGroup)}",
  },
  fires: [roleCall("ec2", "AuthorizeSecurityGroupIngress"), roleCall("ec2", "DeleteSecurityGroup")],
  ignores: [roleCall("ec2", "DescribeSecurityGroups", { readOnly: true }), roleCall("ec2", "ModifySecurityGroupRules")],
} as const satisfies CatalogueDetection;

import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { roleCall } from "./sample-calls";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch11 = {
  id: "cis-cloudwatch-11",
  set: "cis",
  title: "A network ACL changed",
  severity: "record",
  rationale: "Who may reach a whole subnet. Rare, and seldom urgent.",
  response: [
    "Read eventName, requestParameters.networkAclId, recipientAccountId and userIdentity.arn of the last 24 hours.",
    "A rule that allows everything needs an explanation.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 11,
    securityHub: "CloudWatch.11",
    prowler: "cloudwatch_changes_to_network_acls_alarm_configured",
  }),
  path: {
    kind: "metric",
    pattern:
      "{($.eventName=CreateNetworkAcl) || ($.eventName=CreateNetworkAclEntry) || ($.eventName=DeleteNetworkAcl) || ($.eventName=DeleteNetworkAclEntry) || ($.eventName=ReplaceNetworkAclEntry) || ($.eventName=ReplaceNetworkAclAssociation)}",
  },
  fires: [roleCall("ec2", "CreateNetworkAclEntry"), roleCall("ec2", "ReplaceNetworkAclAssociation")],
  ignores: [roleCall("ec2", "DescribeNetworkAcls", { readOnly: true }), roleCall("ec2", "createNetworkAcl")],
} as const satisfies CatalogueDetection;

import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { roleCall } from "./sample-calls";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch14 = {
  id: "cis-cloudwatch-14",
  set: "cis",
  title: "A VPC or its peering changed",
  severity: "record",
  rationale: "Networks that were apart may now be joined.",
  response: [
    "Read eventName, requestParameters, recipientAccountId and userIdentity.arn of the last 24 hours.",
    "A peering with an account outside the organization needs an explanation.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 14,
    securityHub: "CloudWatch.14",
    prowler: "cloudwatch_changes_to_vpcs_alarm_configured",
  }),
  path: {
    kind: "metric",
    pattern:
      "{($.eventName=CreateVpc) || ($.eventName=DeleteVpc) || ($.eventName=ModifyVpcAttribute) || ($.eventName=AcceptVpcPeeringConnection) || ($.eventName=CreateVpcPeeringConnection) || ($.eventName=DeleteVpcPeeringConnection) || ($.eventName=RejectVpcPeeringConnection) || ($.eventName=AttachClassicLinkVpc) || ($.eventName=DetachClassicLinkVpc) || ($.eventName=DisableVpcClassicLink) || ($.eventName=EnableVpcClassicLink)}",
  },
  fires: [roleCall("ec2", "CreateVpc"), roleCall("ec2", "AcceptVpcPeeringConnection")],
  ignores: [roleCall("ec2", "DescribeVpcs", { readOnly: true }), roleCall("ec2", "CreateSubnet")],
} as const satisfies CatalogueDetection;

import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { roleCall } from "./sample-calls";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch13 = {
  id: "cis-cloudwatch-13",
  set: "cis",
  title: "A route table changed",
  severity: "record",
  rationale: "Traffic takes another way. Every deployment of a network changes some.",
  response: [
    "Read eventName, requestParameters, recipientAccountId and userIdentity.arn of the last 24 hours.",
    "A default route to an unknown gateway needs an explanation.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 13,
    securityHub: "CloudWatch.13",
    prowler: "cloudwatch_changes_to_network_route_tables_alarm_configured",
  }),
  path: {
    kind: "metric",
    pattern:
      "{($.eventSource=ec2.amazonaws.com) && (($.eventName=CreateRoute) || ($.eventName=CreateRouteTable) || ($.eventName=ReplaceRoute) || ($.eventName=ReplaceRouteTableAssociation) || ($.eventName=DeleteRouteTable) || ($.eventName=DeleteRoute) || ($.eventName=DisassociateRouteTable))}",
  },
  fires: [roleCall("ec2", "CreateRoute"), roleCall("ec2", "DisassociateRouteTable")],
  ignores: [roleCall("ec2", "DescribeRouteTables", { readOnly: true }), roleCall("apigateway", "DeleteRoute")],
} as const satisfies CatalogueDetection;

import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { roleCall } from "./sample-calls";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch12 = {
  id: "cis-cloudwatch-12",
  set: "cis",
  title: "A network gateway changed",
  severity: "record",
  rationale: "A way into a network, or out of it, was opened or closed.",
  response: [
    "Read eventName, requestParameters, recipientAccountId and userIdentity.arn of the last 24 hours.",
    "An internet gateway in an account that should have none needs an explanation.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 12,
    securityHub: "CloudWatch.12",
    prowler: "cloudwatch_changes_to_network_gateways_alarm_configured",
  }),
  path: {
    kind: "metric",
    pattern:
      "{($.eventName=CreateCustomerGateway) || ($.eventName=DeleteCustomerGateway) || ($.eventName=AttachInternetGateway) || ($.eventName=CreateInternetGateway) || ($.eventName=DeleteInternetGateway) || ($.eventName=DetachInternetGateway)}",
  },
  fires: [roleCall("ec2", "AttachInternetGateway"), roleCall("ec2", "DeleteCustomerGateway")],
  ignores: [roleCall("ec2", "DescribeInternetGateways", { readOnly: true }), roleCall("ec2", "CreateNatGateway")],
} as const satisfies CatalogueDetection;

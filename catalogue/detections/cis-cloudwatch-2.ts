import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { denied, roleCall } from "./sample-calls";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch2 = {
  id: "cis-cloudwatch-2",
  set: "cis",
  title: "API calls were refused",
  severity: "record",
  rationale:
    "Refused calls are what probing looks like, and also what every misconfigured tool looks like. Too many for people; kept for the auditor.",
  response: [
    "Group by userIdentity.arn, eventName and errorCode over the last 24 hours.",
    "A principal that is refused many different calls within an hour is probing: find out who it is.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 1,
    securityHub: "CloudWatch.2",
    prowler: "cloudwatch_log_metric_filter_unauthorized_api_calls",
  }),
  path: {
    kind: "metric",
    pattern: '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}',
  },
  fires: [
    roleCall("ec2", "RunInstances", { errorCode: "Client.UnauthorizedOperation" }),
    denied(roleCall("s3", "PutBucketPolicy")),
  ],
  ignores: [
    roleCall("ec2", "RunInstances"),
    roleCall("ec2", "RunInstances", { errorCode: "Client.InvalidParameterValue" }),
  ],
} as const satisfies CatalogueDetection;

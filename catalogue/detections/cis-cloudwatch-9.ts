import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { roleCall } from "./sample-calls";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch9 = {
  id: "cis-cloudwatch-9",
  set: "cis",
  title: "AWS Config was stopped or changed",
  severity: "record",
  rationale: "Config records how resources change. The baseline does not run it, so this is a record for those who do.",
  response: [
    "Read eventName, recipientAccountId, awsRegion and userIdentity.arn of the last 24 hours.",
    "A recorder that was stopped needs an explanation.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 9,
    securityHub: "CloudWatch.9",
    prowler: "cloudwatch_log_metric_filter_and_alarm_for_aws_config_configuration_changes_enabled",
  }),
  path: {
    kind: "metric",
    pattern:
      "{($.eventSource=config.amazonaws.com) && (($.eventName=StopConfigurationRecorder) || ($.eventName=DeleteDeliveryChannel) || ($.eventName=PutDeliveryChannel) || ($.eventName=PutConfigurationRecorder))}",
  },
  fires: [roleCall("config", "StopConfigurationRecorder"), roleCall("config", "PutDeliveryChannel")],
  ignores: [roleCall("config", "StartConfigurationRecorder"), roleCall("s3", "DeleteDeliveryChannel")],
} as const satisfies CatalogueDetection;

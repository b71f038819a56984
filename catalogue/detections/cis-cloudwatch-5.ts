import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { roleCall } from "./sample-calls";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch5 = {
  id: "cis-cloudwatch-5",
  set: "cis",
  title: "A trail changed",
  severity: "record",
  rationale:
    "Any trail of any account, created and started ones too. Changes of the organization trail have a detection of their own.",
  response: [
    "Read eventName, requestParameters.name, recipientAccountId and userIdentity.arn of the last 24 hours.",
    "A trail that was stopped or deleted needs an explanation, whoever owned it.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 5,
    securityHub: "CloudWatch.5",
    prowler: "cloudwatch_log_metric_filter_and_alarm_for_cloudtrail_configuration_changes_enabled",
  }),
  path: {
    kind: "metric",
    pattern:
      "{($.eventName=CreateTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || ($.eventName=StartLogging) || ($.eventName=StopLogging)}",
  },
  fires: [
    roleCall("cloudtrail", "CreateTrail"),
    roleCall("cloudtrail", "StopLogging", { requestParameters: { name: "another-trail" } }),
  ],
  ignores: [roleCall("cloudtrail", "LookupEvents", { readOnly: true }), roleCall("cloudtrail", "PutEventSelectors")],
} as const satisfies CatalogueDetection;

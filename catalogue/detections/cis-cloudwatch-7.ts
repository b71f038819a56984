import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { roleCall } from "./sample-calls";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch7 = {
  id: "cis-cloudwatch-7",
  set: "cis",
  title: "A customer-managed key was disabled or is to be deleted",
  severity: "record",
  rationale:
    "What the key encrypted can no longer be read. Keys of the baseline's accounts have a detection of their own.",
  response: [
    "Read requestParameters.keyId, recipientAccountId and userIdentity.arn of the last 24 hours.",
    "Deletion waits 7 to 30 days: cancel it with CancelKeyDeletion if nobody can say why.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 7,
    securityHub: "CloudWatch.7",
    prowler: "cloudwatch_log_metric_filter_disable_or_scheduled_deletion_of_kms_cmk",
  }),
  path: {
    kind: "metric",
    pattern: "{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}",
  },
  fires: [
    roleCall("kms", "DisableKey"),
    roleCall("kms", "ScheduleKeyDeletion", { recipientAccountId: "444444444444" }),
  ],
  ignores: [roleCall("kms", "EnableKey"), roleCall("acm", "DisableKey")],
} as const satisfies CatalogueDetection;

import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const DELETED = roleCall("logs", "DeleteMetricFilter", {
  requestParameters: { logGroupName: "org-baseline-trail", filterName: "org-baseline-root-console-login" },
});

export const metricFilterChanged = {
  id: "metric-filter-changed",
  set: "blinding",
  title: "A metric filter on the trail's log group changed",
  severity: "critical",
  rationale:
    "A filter that matches nothing looks like peace. Every deployment that changes a detection fires this once.",
  response: [
    "Read eventName, requestParameters.filterName, requestParameters.filterPattern and userIdentity.arn, from 15 minutes before the alarm.",
    "Not a deployment of yours: a plan of the stack alarms shows what to restore.",
    "Run the saved query of that detection from eventTime on: no alarm has seen those events.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1562.008" }],
  path: watching(
    ({ trailLogGroup, managementAccount }) => [
      watch({
        service: "logs",
        calls: { PutMetricFilter: ["filter"], DeleteMetricFilter: ["filter"] },
        of: { fields: ["logGroupName"], names: [trailLogGroup] },
        accounts: [managementAccount],
      }),
    ],
    [{ account: "management", region: "home" }],
  ),
  fires: [padded(DELETED), DELETED, { ...DELETED, eventName: "PutMetricFilter" }],
  ignores: [
    { ...DELETED, recipientAccountId: "444444444444" },
    denied(DELETED),
    { ...DELETED, requestParameters: { logGroupName: "/aws/lambda/example", filterName: "errors" } },
    { ...DELETED, eventName: "DescribeMetricFilters", readOnly: true },
  ],
} as const satisfies CatalogueDetection;

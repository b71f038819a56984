import { monitoringReferences } from "../cis-monitoring";
import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { ROOT_SIGN_IN, ROOT_SIGN_IN_FAILURE, USER_SIGN_IN } from "./sample-events";

/** Security Hub and Prowler compare the pattern character by character: it is stored as they print it and never tuned. */
export const cisCloudwatch6 = {
  id: "cis-cloudwatch-6",
  set: "cis",
  title: "A console sign-in failed",
  severity: "record",
  rationale:
    "Wrong passwords of anybody. One is a typing error; the filter cannot tell it from the first of a thousand.",
  response: [
    "Group by userIdentity.userName, recipientAccountId and sourceIPAddress over the last 24 hours.",
    "Many names from one address, or one name many times: block the address and reset the password.",
  ],
  latency: METRIC_LATENCY,
  references: monitoringReferences({
    position: 6,
    securityHub: "CloudWatch.6",
    prowler: "cloudwatch_log_metric_filter_authentication_failures",
  }),
  path: {
    kind: "metric",
    pattern: '{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}',
  },
  fires: [ROOT_SIGN_IN_FAILURE, { ...ROOT_SIGN_IN_FAILURE, userIdentity: USER_SIGN_IN["userIdentity"] }],
  ignores: [
    ROOT_SIGN_IN,
    USER_SIGN_IN,
    { ...ROOT_SIGN_IN_FAILURE, errorMessage: "Authorization denied because of a resource control policy" },
  ],
} as const satisfies CatalogueDetection;

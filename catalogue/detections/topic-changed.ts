import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../detection-sets";
import { allOf, anyOf, calls, is, metric, succeeded } from "../filter";
import { denied, roleCall } from "./sample-calls";

const UNSUBSCRIBED = roleCall("sns", "Unsubscribe", {
  requestParameters: {
    subscriptionArn: "arn:aws:sns:us-east-1:111111111111:org-baseline-critical:44444444-5555-4666-8777-888888888888",
  },
});

export const topicChanged = {
  id: "topic-changed",
  set: "blinding",
  title: "An alert topic or one of its subscriptions changed",
  severity: "critical",
  rationale:
    "The alarm rings and nobody hears it. Link scanners of mail systems unsubscribe people too, so this is not always an intruder.",
  response: [
    "Read eventName, requestParameters.topicArn or requestParameters.subscriptionArn, and userIdentity, from 15 minutes before the alarm.",
    "Not a deployment of yours: a plan of the stack alarms shows what to restore; a mail address must be confirmed again.",
    "Read the alarm history since eventTime: aws cloudwatch describe-alarm-history --history-item-type Action.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1562.008" }],
  path: metric(({ name, managementAccount }) =>
    allOf(
      calls("sns", [
        "DeleteTopic",
        "SetTopicAttributes",
        "AddPermission",
        "RemovePermission",
        "Subscribe",
        "Unsubscribe",
        "SetSubscriptionAttributes",
      ]),
      anyOf(
        is("requestParameters.topicArn", `*:${managementAccount}:${name}-*`),
        is("requestParameters.subscriptionArn", `*:${managementAccount}:${name}-*`),
      ),
      succeeded,
    ),
  ),
  fires: [
    UNSUBSCRIBED,
    roleCall("sns", "DeleteTopic", {
      requestParameters: { topicArn: "arn:aws:sns:us-east-1:111111111111:org-baseline-critical" },
    }),
  ],
  ignores: [
    denied(UNSUBSCRIBED),
    roleCall("sns", "DeleteTopic", { requestParameters: { topicArn: "arn:aws:sns:us-east-1:111111111111:orders" } }),
    roleCall("sns", "GetTopicAttributes", {
      requestParameters: { topicArn: "arn:aws:sns:us-east-1:111111111111:org-baseline-critical" },
      readOnly: true,
    }),
  ],
} as const satisfies CatalogueDetection;

import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../detection-sets";
import { TEXT_MESSAGE_CALLS, TOPIC_CALLS } from "../protected-calls";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

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
  path: watching(
    ({ name, managementAccount, securityAccount }) => [
      watch({
        service: "sns",
        calls: TOPIC_CALLS,
        of: {
          fields: ["topicArn", "subscriptionArn", "resourceArn"],
          arns: [managementAccount, securityAccount].map((account) => `*:${account}:${name}-*`),
        },
        accounts: [managementAccount, securityAccount],
      }),
      watch({ service: "sns", calls: TEXT_MESSAGE_CALLS, accounts: [managementAccount, securityAccount] }),
    ],
    [
      { account: "management", region: "home" },
      { account: "security", region: "home" },
    ],
  ),
  fires: [
    padded({ ...UNSUBSCRIBED, eventName: "SetSubscriptionAttributes" }),
    roleCall("sns", "PutDataProtectionPolicy", {
      requestParameters: { resourceArn: "arn:aws:sns:us-east-1:111111111111:org-baseline-critical" },
    }),
    UNSUBSCRIBED,
    roleCall("sns", "SetSMSAttributes", { requestParameters: { attributes: { MonthlySpendLimit: "0" } } }),
    roleCall("sns", "DeleteTopic", {
      requestParameters: { topicArn: "arn:aws:sns:us-east-1:111111111111:org-baseline-critical" },
    }),
  ],
  ignores: [
    { ...padded(UNSUBSCRIBED), recipientAccountId: "444444444444" },
    denied(UNSUBSCRIBED),
    roleCall("sns", "DeleteTopic", { requestParameters: { topicArn: "arn:aws:sns:us-east-1:111111111111:orders" } }),
    roleCall("sns", "GetTopicAttributes", {
      requestParameters: { topicArn: "arn:aws:sns:us-east-1:111111111111:org-baseline-critical" },
      readOnly: true,
    }),
  ],
} as const satisfies CatalogueDetection;

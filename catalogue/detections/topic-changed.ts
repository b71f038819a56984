import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import {
  CHAT_CALLS,
  CHAT_CONNECTION_CALLS,
  END_USER_MESSAGING_CALLS,
  TEXT_MESSAGE_CALLS,
  TOPIC_CALLS,
} from "../protected-calls";
import { watch, watching } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const UNSUBSCRIBED = roleCall("sns", "Unsubscribe", {
  requestParameters: {
    subscriptionArn: "arn:aws:sns:us-east-1:111111111111:org-baseline-critical:44444444-5555-4666-8777-888888888888",
  },
});

const DISCONNECTED = roleCall("chatbot", "UpdateSlackChannelConfiguration", {
  awsRegion: "us-east-2",
  requestParameters: {
    chatConfigurationArn: "arn:aws:chatbot::111111111111:chat-configuration/slack-channel/org-baseline-chat-on-call",
    snsTopicArns: [],
  },
});

export const topicChanged = {
  id: "topic-changed",
  set: "blinding",
  title: "An alert topic, a subscription or a chat channel of it changed",
  severity: "critical",
  rationale:
    "The alarm rings and nobody hears it. A chat channel that is told no longer is still there, and says nothing. Link scanners of mail systems unsubscribe people too, so this is not always an intruder.",
  response: [
    "Read eventName, requestParameters.topicArn, requestParameters.subscriptionArn or requestParameters.chatConfigurationArn, and userIdentity, from 15 minutes before the alarm.",
    "Not a deployment of yours: a plan of the stack alarms shows what to restore; a mail address must be confirmed again, a workspace or a team connected again in the console.",
    "Read the alarm history since eventTime: aws cloudwatch describe-alarm-history --history-item-type Action.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1562.008" }],
  path: watching(
    ({ name, managementAccount, securityAccount, chatChannels }) => [
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
      watch({
        service: "sms-voice",
        calls: END_USER_MESSAGING_CALLS,
        accounts: [managementAccount, securityAccount],
      }),
      // Their calls arrive in whichever of its few Regions the caller works (API Reference, Amazon Q Developer in chat
      // applications), so the filter sees them always and a rule in the home Region only where that is one of these.
      ...(chatChannels.length === 0
        ? []
        : [
            watch({
              service: "chatbot",
              calls: { ...CHAT_CALLS, ...CHAT_CONNECTION_CALLS },
              accounts: [managementAccount],
            }),
          ]),
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
    roleCall("sms-voice", "SetAccountDefaultProtectConfiguration", {
      requestParameters: { protectConfigurationId: "protect-example1" },
    }),
    DISCONNECTED,
    padded(DISCONNECTED),
    roleCall("chatbot", "DeleteSlackWorkspaceAuthorization", { requestParameters: { slackTeamId: "T0123456789" } }),
    roleCall("sns", "SetSMSAttributes", { requestParameters: { attributes: { MonthlySpendLimit: "0" } } }),
    roleCall("sns", "DeleteTopic", {
      requestParameters: { topicArn: "arn:aws:sns:us-east-1:111111111111:org-baseline-critical" },
    }),
  ],
  ignores: [
    { ...padded(UNSUBSCRIBED), recipientAccountId: "444444444444" },
    denied(UNSUBSCRIBED),
    { ...DISCONNECTED, recipientAccountId: "444444444444" },
    roleCall("sms-voice", "PutOptedOutNumber", { recipientAccountId: "444444444444" }),
    roleCall("sns", "DeleteTopic", { requestParameters: { topicArn: "arn:aws:sns:us-east-1:111111111111:orders" } }),
    roleCall("sns", "GetTopicAttributes", {
      requestParameters: { topicArn: "arn:aws:sns:us-east-1:111111111111:org-baseline-critical" },
      readOnly: true,
    }),
  ],
} as const satisfies CatalogueDetection;

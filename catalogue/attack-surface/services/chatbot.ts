import type { ServiceSurface } from "../surface";

const CHANNEL = "arn:aws:chatbot::{account}:chat-configuration/slack-channel/org-baseline-chat-on-call";

export const chatbot: ServiceSurface = {
  service: "chatbot",
  title: "Amazon Q Developer in chat applications",
  records: "chatbot",
  things: [
    {
      what: "the chat channels that are told",
      in: ["management"],
      arns: { ChatbotConfiguration: [CHANNEL] },
      named: { chatConfigurationArn: [CHANNEL] },
    },
  ],
  accounts: ["management"],
  excused: [
    {
      reason: "adds",
      because: "a workspace, a team, a channel or a button more: those that are told are told as before",
      actions: [
        "AssociateToConfiguration",
        "CreateChimeWebhookConfiguration",
        "CreateCustomAction",
        "CreateMicrosoftTeamsChannelConfiguration",
        "CreateSlackChannelConfiguration",
        "RedeemMicrosoftTeamsOauthCode",
        "RedeemSlackOauthCode",
      ],
    },
    {
      reason: "harmless",
      because: "alerts go to no webhook of Chime (alerting.chat in the configuration)",
      actions: ["DeleteChimeWebhookConfiguration", "UpdateChimeWebhookConfiguration"],
    },
    {
      reason: "harmless",
      because:
        "it is about what somebody may do from a channel, which is nothing: the channel's role and its guardrail policy deny everything",
      actions: [
        "DeleteCustomAction",
        "DeleteMicrosoftTeamsUserIdentity",
        "DeleteSlackUserIdentity",
        "DisassociateFromConfiguration",
        "UpdateAccountPreferences",
        "UpdateCustomAction",
      ],
    },
    {
      reason: "harmless",
      because: "no policy of the baseline decides by tags",
      actions: ["TagResource", "UntagResource"],
    },
  ],
};

import type { ServiceSurface } from "../surface";

const TOPIC = "arn:aws:sns:us-east-1:{account}:org-baseline-critical";

export const sns: ServiceSurface = {
  service: "sns",
  title: "Amazon SNS",
  records: "sns",
  things: [
    {
      what: "the alert topics and their subscriptions",
      in: ["management", "security"],
      arns: { topic: [TOPIC] },
      named: {
        topicArn: [TOPIC],
        subscriptionArn: [`${TOPIC}:44444444-5555-4666-8777-888888888888`],
        resourceArn: [TOPIC],
      },
    },
  ],
  accounts: ["management", "security"],
  unrecorded: [
    {
      source: "CloudTrail User Guide, logging data events: Publish is one, recorded for root users only",
      actions: ["Publish"],
    },
  ],
  excused: [
    {
      reason: "adds",
      because: "a topic or a telephone more: those that are told are told as before",
      actions: [
        "ConfirmSubscription",
        "CreateSMSSandboxPhoneNumber",
        "CreateTopic",
        "OptInPhoneNumber",
        "VerifySMSSandboxPhoneNumber",
      ],
    },
    {
      reason: "harmless",
      because: "alerts go to no mobile application (alerting.subscriptions in the configuration)",
      actions: [
        "CreatePlatformApplication",
        "CreatePlatformEndpoint",
        "DeleteEndpoint",
        "DeletePlatformApplication",
        "SetEndpointAttributes",
        "SetPlatformApplicationAttributes",
      ],
    },
    {
      reason: "harmless",
      because: "no policy of the baseline decides by tags",
      actions: ["TagResource", "UntagResource"],
    },
  ],
};

import type { Detection } from "./detection";

/**
 * Text of an EventBridge target's input transformer: variables, and a template that names them in angle brackets.
 */
export interface Notification {
  readonly inputPaths: Readonly<Record<string, string>>;
  readonly inputTemplate: string;
}

/** Where the facts of a message stand in the event. A variable without a value becomes an empty text. */
const PATHS = {
  event: {
    account: "$.account",
    region: "$.region",
    time: "$.time",
    principal: "$.detail.userIdentity.arn",
    event: "$.detail.eventName",
  },
  finding: {
    account: "$.detail.accountId",
    region: "$.detail.region",
    time: "$.time",
    principal: "$.detail.resource.accessKeyDetails.userName",
    event: "$.detail.type",
  },
} as const;

/**
 * A message that people read in a mail and machines read as JSON, in the custom-notification schema of Amazon Q
 * Developer in chat applications, the one shape that Slack and Teams channels accept besides AWS's own events.
 */
export function notification(detection: Detection, kind: keyof typeof PATHS): Notification {
  const message = {
    version: "1.0",
    source: "custom",
    content: {
      textType: "client-markdown",
      title: `[${detection.severity}] ${detection.title}`,
      description: "<event> by <principal> in account <account>, <region>, at <time>",
      nextSteps: detection.response,
      keywords: [detection.id, detection.severity],
    },
    metadata: {
      summary: `${detection.title}: account <account>, <region>`,
      eventType: detection.id,
      additionalContext: { account: "<account>", region: "<region>", time: "<time>", event: "<event>" },
    },
  };
  return { inputPaths: PATHS[kind], inputTemplate: JSON.stringify(message) };
}

/** Longest description that a CloudWatch alarm takes. Source: CloudWatch API Reference, PutMetricAlarm. */
const ALARM_DESCRIPTION_LENGTH = 1024;

/** Description of a detection's alarm: what it is and what to do, in the mail that CloudWatch sends. */
export const alarmDescription = ({ severity, title, response }: Detection): string =>
  [`[${severity}] ${title}.`, ...response.map((step, index) => `${index + 1}. ${step}`)]
    .join("\n")
    .slice(0, ALARM_DESCRIPTION_LENGTH);

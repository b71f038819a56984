import type { Detection } from "../detection";
import { ALARM_DESCRIPTION_LENGTH } from "../quotas";
import type { Severity } from "./severities";

/** What a message tells of a detection. */
export type Told = Pick<Detection, "id" | "title" | "severity" | "response">;

/** The runbook of a severity, below the place where the operator keeps them. */
export const runbookOf = (severity: Severity, runbooks: string): string => `${runbooks}/${severity}.md`;

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
  alarm: {
    account: "$.account",
    region: "$.region",
    time: "$.time",
    principal: "$.detail.alarmName",
    event: "$.detail.state.value",
  },
} as const;

/** The kinds of event of which an event rule writes a message. */
export type NotificationKind = keyof typeof PATHS;

/** The kind of event that a detection is told by. */
export const kindOf = (path: { readonly kind: "event" | "finding"; readonly byAlarm?: boolean }): NotificationKind =>
  path.byAlarm === true ? "alarm" : path.kind;

/** A text in a template, where angle brackets would name a variable: a placeholder stands in square ones. */
const plain = (text: string): string => text.replaceAll("<", "[").replaceAll(">", "]");

/**
 * A message that people read in a mail and machines read as JSON, in the custom-notification schema of Amazon Q
 * Developer in chat applications, the one shape that Slack and Teams channels accept besides AWS's own events.
 */
export function notification(detection: Told, kind: NotificationKind, runbooks: string): Notification {
  const runbook = runbookOf(detection.severity, runbooks);
  const message = {
    version: "1.0",
    source: "custom",
    content: {
      textType: "client-markdown",
      title: `[${detection.severity}] ${plain(detection.title)}`,
      description: "<event> by <principal> in account <account>, <region>, at <time>",
      nextSteps: [...detection.response.map(plain), `Runbook: ${runbook}`],
      keywords: [detection.id, detection.severity],
    },
    metadata: {
      summary: `${plain(detection.title)}: account <account>, <region>`,
      eventType: detection.id,
      additionalContext: {
        account: "<account>",
        region: "<region>",
        principal: "<principal>",
        time: "<time>",
        event: "<event>",
        runbook,
      },
    },
  };
  return { inputPaths: PATHS[kind], inputTemplate: JSON.stringify(message) };
}

/** Where the person who reads an alarm goes on. */
export interface Help {
  readonly runbook: string;
  /** Name of the saved query that shows the events. */
  readonly query: string;
}

/** Description of a detection's alarm: what it is, where to look and what to do, in the mail that CloudWatch sends. */
export const alarmDescription = ({ severity, title, response }: Told, { runbook, query }: Help): string =>
  [
    `[${severity}] ${title}.`,
    `Saved query: ${query}`,
    `Runbook: ${runbook}`,
    ...response.map((step, index) => `${index + 1}. ${step}`),
  ]
    .join("\n")
    .slice(0, ALARM_DESCRIPTION_LENGTH);

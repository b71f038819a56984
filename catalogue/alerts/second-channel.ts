import type { Event } from "../detection";
import type { DetectionSet } from "./detection-sets";
import { notification, type Notification } from "./notification";
import type { Severity } from "./severities";

/**
 * Whether what a detection finds is told on the second channel as well: whatever would blind us, and whatever is
 * critical. The metric path has no part in it: what it sees late is seen there at once, by the event rules beside it.
 */
export const tellsSecondChannel = ({
  set,
  severity,
}: {
  readonly set: DetectionSet | undefined;
  readonly severity: Severity;
}): boolean => set === "blinding" || severity === "critical";

/** A rule on the bus of the second channel. */
export interface SecondChannelRule {
  readonly kind: "calls" | "findings" | "alarms";
  readonly description: string;
  readonly pattern: Event;
  readonly message: Notification;
}

const RULES = [
  {
    kind: "calls",
    description: "Calls that would blind us, and critical ones",
    pattern: { "detail-type": [{ suffix: " via CloudTrail" }] },
    source: "event",
    title: "A critical call",
  },
  {
    kind: "findings",
    description: "Findings of GuardDuty that would blind us, and critical ones",
    pattern: { source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"] },
    source: "finding",
    title: "A finding of GuardDuty",
  },
  {
    kind: "alarms",
    description: "Alarms on silence and on messages that were not delivered",
    pattern: { source: ["aws.cloudwatch"], "detail-type": ["CloudWatch Alarm State Change"] },
    source: "alarm",
    title: "Alerts are not delivered",
  },
] as const;

/** First steps: the reader may have had no message on the first channel. */
const RESPONSE = [
  "Look for the same message on the first channel. None there: the first channel is broken, and this is an incident.",
  "Not a deployment of yours: a plan of the stacks audit-trail, alarms and threat-detection shows what to restore, from 60 minutes before this message on.",
];

/** What stands on the bus of the second channel. Everything that was forwarded to it is told. */
export const secondChannelRules = (runbooks: string): readonly SecondChannelRule[] =>
  RULES.map(({ kind, description, pattern, source, title }) => ({
    kind,
    description,
    pattern,
    message: notification(
      { id: `second-channel-${kind}`, title, severity: "critical", response: RESPONSE },
      source,
      runbooks,
    ),
  }));

/**
 * The parts of which the paths of an alert are made, from the call to the person who is told. What breaks a part must
 * be told on a path without it.
 */
export const PATH_PARTS = {
  trail: "the organization trail: without it neither log group nor event rules see a call",
  "log-group": "the trail's log group, its key and the trail's role that writes to it",
  filter: "a metric filter on the log group",
  alarm: "a CloudWatch alarm on the filter's metric",
  rule: "an event rule, its target, or the role with which it forwards",
  bus: "the alert bus, or the default bus that it is fed from",
  detector: "GuardDuty: detectors, members, the administrator, what it is told to look away from",
  topic: "an alert topic, its policy and its key",
  subscription: "a subscription of an alert topic",
  chat: "a chat channel that topics tell, and its connection to the workspace or the team",
} as const;

export type PathPart = keyof typeof PATH_PARTS;

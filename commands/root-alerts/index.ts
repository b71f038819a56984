import type { PreparedDetection } from "../../catalogue/alerts/prepare";
import { SEVERITIES, type Severity } from "../../catalogue/alerts/severities";
import type { Blueprint } from "../../config";
import type { Caller } from "../../root-sessions";
import { findingOf, recordsOf, type Doing } from "../../root-sessions/recorded-events";
import { plural } from "../output/plural";
import { table } from "../output/table";
import { judgesOf } from "../replay/judges";

/** A detection that a command will fire. */
export interface ExpectedAlert {
  readonly id: string;
  readonly severity: Severity;
  /** `alarm`: one message, however many calls. `rule`: one for each call. `finding`: one for each account, if any. */
  readonly by: "alarm" | "rule" | "finding";
}

const BY: Readonly<Record<PreparedDetection["path"]["kind"], ExpectedAlert["by"]>> = {
  metric: "alarm",
  event: "rule",
  finding: "finding",
};

/** Each detection of the configuration that root sessions fire, the most urgent first: judged, not listed by hand. */
export function expectedAlerts(blueprint: Blueprint, caller: Caller, doing: Doing): readonly ExpectedAlert[] {
  const judges = judgesOf(blueprint);
  const events = [...recordsOf(blueprint, caller, doing), findingOf(blueprint, doing.account)];
  const fired = new Set(events.flatMap((event) => judges.of(event)));
  return [...fired]
    .map(({ id, severity, path }) => ({ id, severity, by: BY[path.kind] }))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.id < b.id ? -1 : 1));
}

const messages: Readonly<Record<ExpectedAlert["by"], (sessions: number) => string>> = {
  alarm: () => "1 message, while the alarm stands",
  rule: () => "a message for each call",
  finding: (sessions) => `up to ${sessions}, where GuardDuty finds them`,
};

/** What is said before root sessions are opened: how many, and which alerts they will raise. */
export function announcement(sessions: number, alerts: readonly ExpectedAlert[], perMinute?: number): string {
  const opened = plural(sessions, "root session");
  const pace =
    perMinute === undefined || sessions < 2
      ? ""
      : `, ${perMinute} a minute at most: about ${Math.ceil(sessions / perMinute)} min`;
  if (alerts.length === 0) return `Opens ${opened}${pace}. No detection of this configuration tells of them.`;
  return [
    `Opens ${opened}${pace}.`,
    "A root session is a root call. Tell the security channel; this will raise:",
    table(alerts.map(({ id, severity, by }) => [`  ${severity}`, id, messages[by](sessions)])),
    "While an alarm stands, nothing tells of a real root user meanwhile: afterwards",
    "compare the access keys as docs/runbooks/root-sessions.md shows.",
  ].join("\n");
}

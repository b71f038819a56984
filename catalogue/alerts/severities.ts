/** How urgent a detection is. One encrypted topic per severity that is in use. */
export const SEVERITIES = ["critical", "high", "medium", "low", "record"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What each severity asks of the person who is told. */
export const SEVERITY_MEANING: Readonly<Record<Severity, string>> = {
  critical: "wake somebody up: root is in use, or the baseline is being switched off",
  high: "look within the hour",
  medium: "look within the working day",
  low: "expected from time to time; look at the weekly review",
  record: "kept for the auditor and for scanners; mails nobody",
};

import type { OptionTable } from "../contract/options";

/** Minutes in which a call is waited for: CloudTrail takes about five to the log group, an alarm five more. */
export const [USUAL_MINUTES, MOST_MINUTES] = [20, 60] as const;

const isMinutes = (text: string): boolean => /^[1-9]\d?$/.test(text) && Number(text) <= MOST_MINUTES;

/** What is written besides the answer, and what is read with it. */
const REPORTING = ["audit", "proof", "report", "since", "html"] as const;

export const OPTIONS = {
  audit: {
    takes: "one",
    value: "<file>",
    says: "record of the last audit of root credentials; without one they are a gap",
  },
  proof: {
    takes: "one",
    value: "<file>",
    says: "record of the last --alerts; without one the alert paths are a gap",
  },
  report: { takes: "one", value: "<file>", says: "receives the evidence as JSON, for a later --since" },
  since: { takes: "one", value: "<file>", says: "an earlier --report: what is judged otherwise since then is shown" },
  html: {
    takes: "one",
    value: "<file>",
    says: "receives the evidence as one page that needs nothing else and prints well",
  },
  alerts: {
    takes: "nothing",
    says: "instead: makes harmless calls that the detections see, and waits until each was seen on every part of its paths",
    without: REPORTING,
  },
  minutes: {
    takes: "one",
    value: "<number>",
    says: `with --alerts: for so long it waits, ${MOST_MINUTES} at most. Default: ${USUAL_MINUTES}`,
    rule: { must: `be a number from 1 to ${MOST_MINUTES}`, holds: isMinutes },
  },
  out: {
    takes: "one",
    value: "<file>",
    says: "with --alerts: where its record is written. Default: alert-proof-<time>.json",
  },
  yes: { takes: "nothing", says: "with --alerts: makes the calls without asking" },
  json: { takes: "nothing", says: "the evidence for machines" },
} as const satisfies OptionTable;

/** Options that say nothing without `--alerts`. */
export const WITH_ALERTS = ["minutes", "out", "yes"] as const;

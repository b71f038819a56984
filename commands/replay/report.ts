import { SEVERITIES } from "../../catalogue/alerts/severities";
import type { Problems } from "../log-files/problems";
import { problemLines, problemsJson } from "../log-files/problems-report";
import { plural } from "../output/plural";
import type { Count, Tally } from "./tally";

export interface Report {
  readonly tally: Tally;
  readonly problems: Problems;
}

/** The most urgent first, the most frequent first among equals. */
const sorted = (tally: Tally) =>
  [...tally.fired].sort(
    ([a, { count: some }], [b, { count: others }]) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || others - some,
  );

const exampleText = ({ example: { what, principal, account, region, time, id, file } }: Count): string =>
  `      ${what} by ${principal} in ${account}, ${region}, at ${time} (${id}, ${file})`;

const countText = (title: string, count: Count): readonly string[] => [
  `  ${String(count.count).padStart(7)} × ${title}`,
  `      from ${count.first} to ${count.last}`,
  exampleText(count),
];

const actsText = (title: string, acts: Tally["uncaught"]): readonly string[] =>
  acts.size === 0
    ? []
    : [title, ...[...acts].sort(([, a], [, b]) => b.count - a.count).flatMap(([act, count]) => countText(act, count))];

/** Comfort only where something was read, and nothing was left out. */
const comfort = ({ tally: { events }, problems }: Report): string => {
  if (events === 0) return "No event was read, so nothing is said about root.";
  return problems.any
    ? "Of the events that were read, none of root went uncaught. What was not read may hold others."
    : "Nothing that root did went uncaught.";
};

const untoldText = (report: Report): readonly string[] => {
  const { uncaught, onlyRecorded } = report.tally;
  return uncaught.size + onlyRecorded.size === 0
    ? [comfort(report)]
    : [
        ...actsText("What root did that no detection of this configuration caught:", uncaught),
        ...actsText("What root did that is only recorded, so that nobody is told:", onlyRecorded),
      ];
};

/** The report for people. */
export const asText = ({ tally, problems }: Report): string =>
  [
    ...problemLines(problems),
    tally.fired.size === 0
      ? `${plural(tally.events, "event")}: no detection would have fired.`
      : `${plural(tally.events, "event")}: ${plural(tally.fired.size, "detection")} would have fired.`,
    ...sorted(tally).flatMap(([{ id, severity, title }, count]) => countText(`[${severity}] ${title} (${id})`, count)),
    "",
    ...untoldText({ tally, problems }),
  ].join("\n");

const actsJson = (acts: Tally["uncaught"]) => [...acts].map(([act, count]) => ({ act, ...count }));

/** The report for machines. */
export const asJson = ({ tally, problems }: Report) => ({
  events: tally.events,
  fired: sorted(tally).map(([{ id, severity, title }, count]) => ({ id, severity, title, ...count })),
  uncaughtRoot: actsJson(tally.uncaught),
  onlyRecordedRoot: actsJson(tally.onlyRecorded),
  problems: problemsJson(problems),
});

import { SEVERITIES } from "../../catalogue/severities";
import type { Problems } from "./problems";
import type { Count, Tally } from "./tally";

export interface Report {
  readonly tally: Tally;
  readonly problems: Problems;
}

const plural = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

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

const uncaughtText = ({ tally: { events, uncaught }, problems }: Report): readonly string[] => {
  if (uncaught.size > 0)
    return [
      "What root did that no detection of this configuration caught:",
      ...[...uncaught].sort(([, a], [, b]) => b.count - a.count).flatMap(([act, count]) => countText(act, count)),
    ];
  // Comfort only where something was read, and nothing was left out.
  if (events === 0) return ["No event was read, so nothing is said about root."];
  return problems.any
    ? ["Of the events that were read, none of root went uncaught. What was not read may hold others."]
    : ["Nothing that root did went uncaught."];
};

/** Trouble comes before comfort. */
const problemText = ({ broken, unreadable, examples }: Problems): readonly string[] =>
  broken + unreadable === 0
    ? []
    : [
        `Not read or not understood: ${plural(broken, "record")}, ${plural(unreadable, "file")}. Such as:`,
        ...examples.map((example) => `  ${example}`),
        "",
      ];

/** The report for people. */
export const asText = ({ tally, problems }: Report): string =>
  [
    ...problemText(problems),
    tally.fired.size === 0
      ? `${plural(tally.events, "event")}: no detection would have fired.`
      : `${plural(tally.events, "event")}: ${plural(tally.fired.size, "detection")} would have fired.`,
    ...sorted(tally).flatMap(([{ id, severity, title }, count]) => countText(`[${severity}] ${title} (${id})`, count)),
    "",
    ...uncaughtText({ tally, problems }),
  ].join("\n");

/** The report for machines. */
export const asJson = ({ tally, problems: { broken, unreadable, examples } }: Report): string =>
  JSON.stringify(
    {
      events: tally.events,
      fired: sorted(tally).map(([{ id, severity, title }, count]) => ({ id, severity, title, ...count })),
      uncaughtRoot: [...tally.uncaught].map(([act, count]) => ({ act, ...count })),
      problems: { brokenRecords: broken, unreadableFiles: unreadable, examples },
    },
    null,
    2,
  );

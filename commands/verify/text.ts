import { isDeepStrictEqual } from "node:util";
import type { Difference } from "../../evidence/differences";
import type { Item, Verdict } from "../../evidence/item";
import type { ControlReport, Report } from "../../evidence/report";
import { printable } from "../../config";
import { commandLine } from "../output/in-shell";
import { indented } from "../output/indented";

/** Not by colour, and not by a sign: a word that can be searched for. */
export const WORDS: Readonly<Record<Verdict, string>> = {
  "in-force": "in force",
  gap: "GAP",
  "not-read": "NOT READ",
  "not-applicable": "n/a",
};

export const inForceOf = ({ items }: ControlReport): string =>
  `${items.filter(({ verdict }) => verdict === "in-force").length} of ${items.length}`;

const LABELS: Partial<Readonly<Record<Verdict, string>>> = {
  "not-read": "not read: ",
  "not-applicable": "not applicable: ",
};

/** What mends it: words, then commands, of which each has a line that is never wrapped. */
function mendLines({ mend, run = [] }: Item): readonly string[] {
  const lines = [
    ...(mend === undefined ? [] : indented(mend, 20)),
    ...run.map((words) => `${" ".repeat(20)}${printable(commandLine(words))}`),
  ];
  return lines.map((line, index) => (index === 0 ? `            mend:   ${line.slice(20)}` : line));
}

const isMendedAlike = (one: Item, other: Item | undefined): boolean =>
  isDeepStrictEqual([one.mend, one.run], [other?.mend, other?.run]);

/** What is wrong, then how it is mended: said once for all that follow each other and are mended alike. */
const wrongLines = (items: readonly Item[]): readonly string[] =>
  items
    .filter(({ verdict }) => verdict !== "in-force")
    .flatMap((item, index, all) => [
      ...indented(`${LABELS[item.verdict] ?? ""}${item.of}: ${item.says}`, 12),
      ...(isMendedAlike(item, all[index + 1]) ? [] : mendLines(item)),
    ]);

const controlLines = (control: ControlReport): readonly string[] => [
  `  ${WORDS[control.verdict].padEnd(9)} ${control.id.padEnd(21)} ${inForceOf(control)}`,
  ...wrongLines(control.items),
];

/** The verdict in a sentence. */
export function verdictText({ controls, verdict }: Report): string {
  const count = (wanted: Verdict) => controls.filter((each) => each.verdict === wanted).length;
  const other = count("not-applicable");
  if (verdict === "in-force")
    return other === 0
      ? `in force: all ${controls.length} controls`
      : `in force: ${controls.length - other} of ${controls.length} controls; ${other} not applicable here`;
  const parts = [
    ...(count("gap") > 0 ? [`${count("gap")} with a gap`] : []),
    ...(count("not-read") > 0 ? [`${count("not-read")} not read`] : []),
  ];
  return `NOT in force as a whole: of ${controls.length} controls ${parts.join(", ")}`;
}

/** A difference in words. */
export const differenceText = ({ was, is }: Difference): string =>
  `${was === undefined ? "new" : WORDS[was]} → ${is === undefined ? "no longer looked at" : WORDS[is]}`;

export const reportLines = (report: Report, changed: readonly Difference[] | undefined): readonly string[] => [
  `${report.organization}, judged ${report.at}`,
  ...indented(verdictText(report), 0),
  "",
  ...report.controls.flatMap(controlLines),
  ...(changed === undefined ? [] : ["", "since the earlier report:"]),
  ...(changed?.length === 0 ? ["  nothing is judged otherwise"] : []),
  ...(changed ?? []).flatMap((each) => indented(`${each.control}, ${each.of}: ${differenceText(each)}`, 2)),
];

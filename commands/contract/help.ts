import { wrapText } from "../output/wrap";
import type { ExitCodes } from "./exit-code";
import { HELP_OPTION, type Operands, type Option, type OptionTable } from "./options";

/** Characters in a line: what a terminal of usual width shows. */
const WIDTH = 100;

/** What the help is made of. */
export interface Helped {
  readonly name: string;
  readonly summary: string;
  /** Paragraphs below the summary. */
  readonly about: readonly string[];
  readonly options: OptionTable;
  readonly operands?: Operands;
  readonly exitCodes: ExitCodes;
}

type Row = readonly [head: string, text: string];

const optionRow = (name: string, option: Option): Row => [
  `--${name}${option.takes === "nothing" ? "" : ` ${option.value}`}`,
  `${option.says}${option.takes === "many" ? ". May be repeated" : ""}`,
];

/** Rows of a head and a text that is wrapped beside it. */
function rowsText(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([head]) => head.length));
  return rows.flatMap(([head, text]) =>
    wrapText(text, WIDTH - width - 4).map((line, index) => `  ${(index === 0 ? head : "").padEnd(width)}  ${line}`),
  );
}

/** The page that `--help` prints. */
export function helpText({ name, summary, about, options, operands, exitCodes }: Helped): string {
  const rows = [
    ...(operands === undefined ? [] : [[operands.value, operands.says] as const]),
    ...Object.entries({ ...options, help: HELP_OPTION }).map(([option, each]) => optionRow(option, each)),
  ];
  return [
    `npm run baseline -- ${name}${Object.keys(options).length === 0 ? "" : " [options]"}${operands === undefined ? "" : ` ${operands.value}`}`,
    "",
    ...wrapText(`${summary[0]?.toUpperCase() ?? ""}${summary.slice(1)}.`, WIDTH),
    ...about.flatMap((paragraph) => ["", ...wrapText(paragraph, WIDTH)]),
    "",
    ...rowsText(rows),
    "",
    "Exit codes:",
    ...rowsText(Object.entries(exitCodes)),
  ].join("\n");
}

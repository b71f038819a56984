import { markdownTable } from "../commands/output/table";

/** One table of the bench: what was measured, and whether its targets are met. */
export interface Topic {
  /** Names the section of docs/performance.md. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How it was measured, one sentence a line. */
  readonly notes: readonly string[];
  readonly met: boolean;
}

export const verdict = (met: boolean): string => (met ? "met" : "MISSED");

/** The same text for the terminal and for the document. */
export const topicText = ({ columns, rows, notes }: Topic): string =>
  [markdownTable(columns, rows), ...notes].join("\n\n");

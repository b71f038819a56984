import { markdownTable } from "../documentation/markdown-table";

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
  [markdownTable(columns, rows, "aligned"), ...notes].join("\n\n");

/** How figures are written in the tables. */
export const seconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} s`;
export const milliseconds = (value: number): string => `${(value * 1000).toFixed(value < 0.01 ? 1 : 0)} ms`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
export const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;

import { printable } from "../../config";
import { isUnread, type Reading } from "../../organization/clients/reading";
import { wrapText, wrapWords } from "../output/wrap";

const LABEL_WIDTH = 18;

/** A line below a stack's name: what it is, then what was found. */
export const line = (label: string, text: string): string => `  ${label.padEnd(LABEL_WIDTH)}  ${printable(text)}`;

const TEXT_WIDTH = 100;

/** A list below a label, as many lines as it takes, a value never cut. */
export const wrapped = (label: string, values: readonly string[]): readonly string[] =>
  wrapWords(
    values.map((value, index) => (index < values.length - 1 ? `${value},` : value)),
    TEXT_WIDTH,
  ).map((row, index) => line(index === 0 ? label : "", row));

/** The lines of what was read; where it was not, one that says so and why, so that nothing is taken for absent. */
export const read = <T>(
  label: string,
  reading: Reading<T>,
  lines: (value: T) => readonly string[],
): readonly string[] =>
  isUnread(reading)
    ? wrapText(`NOT READ: ${reading.unread}`, TEXT_WIDTH).map((row, index) => line(index === 0 ? label : "", row))
    : lines(reading.value);

/** A list in a sentence; `none` where there is nothing, so that it cannot be overlooked. */
export const listed = (values: readonly string[], none = "NONE"): string =>
  values.length === 0 ? none : values.join(", ");

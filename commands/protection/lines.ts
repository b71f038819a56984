import { wrapWords } from "../output/wrap";

const LABEL_WIDTH = 18;

/** A line below a stack's name: what it is, then what was found. */
export const line = (label: string, text: string): string => `  ${label.padEnd(LABEL_WIDTH)}  ${text}`;

const TEXT_WIDTH = 100;

/** A list below a label, as many lines as it takes, a value never cut. */
export const wrapped = (label: string, values: readonly string[]): readonly string[] =>
  wrapWords(
    values.map((value, index) => (index < values.length - 1 ? `${value},` : value)),
    TEXT_WIDTH,
  ).map((row, index) => line(index === 0 ? label : "", row));

/** A list in a sentence; `none` where there is nothing, so that it cannot be overlooked. */
export const listed = (values: readonly string[], none = "NONE"): string =>
  values.length === 0 ? none : values.join(", ");

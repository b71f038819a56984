const LABEL_WIDTH = 18;

/** A line below a stack's name: what it is, then what was found. */
export const line = (label: string, text: string): string => `  ${label.padEnd(LABEL_WIDTH)}  ${text}`;

const TEXT_WIDTH = 100;

/** A list below a label, as many lines as it takes, a word never cut. */
export function wrapped(label: string, values: readonly string[]): readonly string[] {
  const rows: string[] = [];
  for (const [index, value] of values.entries()) {
    const word = index < values.length - 1 ? `${value},` : value;
    const row = rows.at(-1);
    if (row === undefined || row.length + word.length >= TEXT_WIDTH) rows.push(word);
    else rows[rows.length - 1] = `${row} ${word}`;
  }
  return rows.map((row, index) => line(index === 0 ? label : "", row));
}

/** A list in a sentence; `none` where there is nothing, so that it cannot be overlooked. */
export const listed = (values: readonly string[], none = "NONE"): string =>
  values.length === 0 ? none : values.join(", ");

/** Last part of an ARN: the name of a topic, a role, a bus. */
export const nameOfArn = (arn: string): string => arn.split(/[:/]/).at(-1) ?? arn;

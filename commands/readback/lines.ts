const LABEL_WIDTH = 18;

/** A line below a stack's name: what it is, then what was found. */
export const line = (label: string, text: string): string => `  ${label.padEnd(LABEL_WIDTH)}  ${text}`;

/** A list in a sentence; `none` where there is nothing, so that it cannot be overlooked. */
export const listed = (values: readonly string[], none = "NONE"): string =>
  values.length === 0 ? none : values.join(", ");

/** Last part of an ARN: the name of a topic, a role, a bus. */
export const nameOfArn = (arn: string): string => arn.split(/[:/]/).at(-1) ?? arn;

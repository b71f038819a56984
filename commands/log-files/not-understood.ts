/** An input that is no event, and no form in which events are handed on: said by name, never taken for harmless. */
export class NotUnderstood extends Error {}

/** The start of a value, for a report. */
export const shown = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
};

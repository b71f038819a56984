import type { Term } from "./ast";

/** `AKIA*` starts with, `*Operation` ends with, `*Denied*` contains, `*` is any text. */
const textEquals = (pattern: string, value: string): boolean => {
  const openStart = pattern.startsWith("*");
  const openEnd = pattern.endsWith("*");
  const core = pattern.slice(openStart ? 1 : 0, openEnd ? -1 : undefined);
  if (openStart && openEnd) return value.includes(core);
  if (openStart) return value.endsWith(core);
  return openEnd ? value.startsWith(core) : value === core;
};

/**
 * Whether a value equals a term. Text and regular expressions look at the value's text, because AWS's own example
 * `{ $.latency = * }` matches the number 50; a number equals an equal number, or a string that is written like it
 * (account ids are strings in CloudTrail). The user guide says no more than these examples.
 */
export const termEquals = (term: Term, value: string | number | boolean): boolean => {
  if (term.kind === "regex") return new RegExp(term.source).test(String(value));
  if (term.kind === "text") return textEquals(term.text, String(value));
  return typeof value === "number" ? value === Number(term.text) : value === term.text;
};

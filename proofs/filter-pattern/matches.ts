import { isObject } from "../json";
import type { FilterPattern, OrderTest, Selector, Term, Test } from "./ast";
import { matchesRegex } from "./regex";

/**
 * How to read what AWS leaves open: whether `!=` matches where there is nothing to compare, because the field is absent
 * or null. The user guide's syntax page does not say.
 */
export interface FilterPatternReading {
  readonly absentIsNotEqual: boolean;
}

/** Both readings: a proof counts only if it holds under each of them. */
export const filterPatternReadings: readonly [FilterPatternReading, ...FilterPatternReading[]] = [
  { absentIsNotEqual: true },
  { absentIsNotEqual: false },
];

const property = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

const element = (value: unknown, index: number): unknown => (Array.isArray(value) ? value[index] : undefined);

/** What stands at a selector; `undefined` where the way there breaks off. */
const select = (event: unknown, selector: Selector): unknown =>
  selector.reduce<unknown>(
    (value, step) => (typeof step === "number" ? element(value, step) : property(value, step)),
    event,
  );

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
const termEquals = (term: Term, value: string | number | boolean): boolean => {
  if (term.kind === "regex") return matchesRegex(term.source, String(value));
  if (term.kind === "text") return textEquals(term.text, String(value));
  return typeof value === "number" ? value === Number(term.text) : value === term.text;
};

const STATES = { NULL: null, TRUE: true, FALSE: false };

const ORDERS: Record<OrderTest["operator"], (left: number, right: number) => boolean> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/**
 * An array or object never passes, not even `!=`. Source: CloudWatch Logs user guide, "JSON special considerations":
 * "both {$.users = 1} and {$.users != 1} will fail to match a log event where users is an array".
 */
const passes = (test: Test, value: unknown, reading: FilterPatternReading): boolean => {
  switch (test.kind) {
    case "absence":
      return value === undefined;
    case "state":
      return value === STATES[test.state];
    case "order":
      return typeof value === "number" && ORDERS[test.operator](value, Number(test.term.text));
    case "equality":
      if (value === undefined || value === null) return test.operator === "!=" && reading.absentIsNotEqual;
      return isScalar(value) && termEquals(test.term, value) === (test.operator === "=");
  }
};

/**
 * Whether a metric filter with this pattern counts the event. Names and text are case-sensitive.
 *
 * A selector that points to an array or object fails its own test only; whether AWS then drops the whole pattern, even
 * beside `||`, is not documented.
 */
export const matchesFilterPattern = (
  pattern: FilterPattern,
  event: unknown,
  reading: FilterPatternReading,
): boolean => {
  switch (pattern.kind) {
    case "all":
      return pattern.parts.every((part) => matchesFilterPattern(part, event, reading));
    case "any":
      return pattern.parts.some((part) => matchesFilterPattern(part, event, reading));
    default:
      return passes(pattern, select(event, pattern.selector), reading);
  }
};

import type { FilterPattern, OrderTest, Test } from "./ast";
import type { FilterPatternReading } from "./readings";
import { select } from "./select";
import { termEquals } from "./term-equals";

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

import { refuse } from "../refuse";
import { addressDigits, holdsDigits, numberDigits, type AddressRange } from "./address";
import type { Bound, Scalar, ValueMatcher } from "./ast";
import { equalsIgnoringCase } from "./letter-case";

const BOUNDS: Record<Bound["operator"], (value: number, limit: number) => boolean> = {
  "=": (value, limit) => value === limit,
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
};

/**
 * `a*c` is `["a", "c"]`: between two pieces anything may stand. Each piece is taken where it comes first, which leaves
 * most for the others, so that the text is read once.
 */
const matchesWildcard = (pieces: readonly string[], value: string): boolean => {
  const [first = "", ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return value === first;
  if (!value.startsWith(first) || !value.endsWith(last)) return false;
  const end = value.length - last.length;
  let at = first.length;
  for (const piece of others) {
    const found = value.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= end;
};

type TextMatcher = Extract<ValueMatcher, { kind: "equals-ignore-case" | "prefix" | "suffix" | "wildcard" }>;

const matchesText = (matcher: TextMatcher, value: string): boolean => {
  switch (matcher.kind) {
    case "equals-ignore-case":
      return equalsIgnoringCase(matcher.text, value);
    case "prefix":
      return matcher.ignoreCase
        ? equalsIgnoringCase(matcher.text, value.slice(0, matcher.text.length))
        : value.startsWith(matcher.text);
    case "suffix":
      return matcher.ignoreCase
        ? equalsIgnoringCase(matcher.text, value.slice(Math.max(0, value.length - matcher.text.length)))
        : value.endsWith(matcher.text);
    case "wildcard":
      return matchesWildcard(matcher.pieces, value);
  }
};

const isInRange = (range: AddressRange, value: Scalar): boolean => {
  const digits = typeof value === "number" ? numberDigits(value) : addressDigits(String(value));
  return digits !== undefined && holdsDigits(range, digits);
};

/**
 * EventBridge compares the number that the event's text holds. JavaScript has read that text into a double: beyond these
 * numbers, several texts are one double, and the verdict on it would be a guess.
 */
const checkNumber = (value: number): void => {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
    refuse("a number in the event", `lie between -${Number.MAX_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER}`, value);
};

/** Whether a present value satisfies a matcher. Only `equals` and `anything-but` can accept every type of value. */
export const matchesValue = (matcher: ValueMatcher, value: Scalar): boolean => {
  switch (matcher.kind) {
    case "equals":
      if (typeof matcher.value === "number" && typeof value === "number") checkNumber(value);
      return value === matcher.value;
    case "anything-but":
      return !matcher.matchers.some((each) => matchesValue(each, value));
    case "numeric":
      if (typeof value !== "number") return false;
      checkNumber(value);
      return matcher.bounds.every((bound) => BOUNDS[bound.operator](value, bound.value));
    case "address":
      return isInRange(matcher.range, value);
    default:
      return typeof value === "string" && matchesText(matcher, value);
  }
};

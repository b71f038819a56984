import { contains, parseNetwork } from "../ip";
import { coversAll, literal, type Run } from "../runs";
import type { Bound, Scalar, ValueMatcher } from "./ast";
import { EVENT_PATTERN_LARGEST_NUMBER } from "./quotas";

const BOUNDS: Record<Bound["operator"], (value: number, limit: number) => boolean> = {
  "=": (value, limit) => value === limit,
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
};

const isComparable = (value: Scalar): value is number =>
  typeof value === "number" && Math.abs(value) <= EVENT_PATTERN_LARGEST_NUMBER;

const ANYTHING: Run = { accepts: () => true, least: 0, most: Infinity };

/** `a*c` is `["a", "c"]`: between two pieces anything may stand. */
const matchesWildcard = (pieces: readonly string[], value: string): boolean =>
  coversAll(
    pieces.flatMap((piece, index) => [...(index === 0 ? [] : [ANYTHING]), ...Array.from(piece, literal)]),
    Array.from(value),
  );

type TextMatcher = Extract<ValueMatcher, { kind: "equals-ignore-case" | "prefix" | "suffix" | "wildcard" | "cidr" }>;

const matchesText = (matcher: TextMatcher, value: string): boolean => {
  switch (matcher.kind) {
    case "equals-ignore-case":
      return value.toLowerCase() === matcher.text.toLowerCase();
    case "prefix":
      return matcher.ignoreCase
        ? value.toLowerCase().startsWith(matcher.text.toLowerCase())
        : value.startsWith(matcher.text);
    case "suffix":
      return matcher.ignoreCase
        ? value.toLowerCase().endsWith(matcher.text.toLowerCase())
        : value.endsWith(matcher.text);
    case "wildcard":
      return matchesWildcard(matcher.pieces, value);
    case "cidr": {
      const address = value.includes("/") ? undefined : parseNetwork(value);
      return address !== undefined && contains(matcher.network, address);
    }
  }
};

/** Whether a present value satisfies a matcher. Only `equals` and `anything-but` can accept every type of value. */
export const matchesValue = (matcher: ValueMatcher, value: Scalar): boolean => {
  switch (matcher.kind) {
    case "equals":
      return value === matcher.value;
    case "anything-but":
      return !matcher.matchers.some((each) => matchesValue(each, value));
    case "numeric":
      return isComparable(value) && matcher.bounds.every((bound) => BOUNDS[bound.operator](value, bound.value));
    default:
      return typeof value === "string" && matchesText(matcher, value);
  }
};

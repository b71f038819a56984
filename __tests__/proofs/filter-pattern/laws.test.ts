import fc from "fast-check";
import {
  type FilterPattern,
  filterPatternReadings,
  matchesFilterPattern,
  parseFilterPattern,
  renderFilterPattern,
  type Term,
} from "../../../proofs/filter-pattern";
import * as any from "./arbitraries";

const reading = fc.constantFrom(...filterPatternReadings);
const RUNS = { numRuns: 500 };

/** Only what the quotas allow can be read back. */
const fits = (text: string): boolean => text.length <= 1024 && text.split("%").length <= 5;

const reversed = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, each]) => [name, reversed(each)]),
  );
};

test("rendering and reading gives the same pattern", () =>
  fc.assert(
    fc.property(any.anyPattern, (pattern) => {
      const text = renderFilterPattern(pattern);
      fc.pre(fits(text));
      expect(parseFilterPattern(text)).toEqual(pattern);
    }),
    RUNS,
  ));

test("|| x never matches less, && x never matches more, and they are or and and", () =>
  fc.assert(
    fc.property(any.anyPattern, any.anyPattern, any.event, reading, (left, right, event, how) => {
      const is = (pattern: FilterPattern): boolean => matchesFilterPattern(pattern, event, how);
      expect(is({ kind: "any", parts: [left, right] })).toBe(is(left) || is(right));
      expect(is({ kind: "all", parts: [left, right] })).toBe(is(left) && is(right));
    }),
    RUNS,
  ));

test("the order of names in the event does not matter", () =>
  fc.assert(
    fc.property(any.anyPattern, any.event, reading, (pattern, event, how) => {
      expect(matchesFilterPattern(pattern, reversed(event), how)).toBe(matchesFilterPattern(pattern, event, how));
    }),
    RUNS,
  ));

test("the reading where absent is not equal never matches less", () =>
  fc.assert(
    fc.property(any.anyPattern, any.event, (pattern, event) => {
      const [open, closed] = filterPatternReadings.map((how) => matchesFilterPattern(pattern, event, how));
      expect(open || !closed).toBe(true);
    }),
    RUNS,
  ));

describe("De Morgan, on present values", () => {
  const equality = (name: string, operator: "=" | "!=", term: Term): FilterPattern => ({
    kind: "equality",
    selector: [name],
    operator,
    term,
  });

  test("not (a = x && b = y) is a != x || b != y", () =>
    fc.assert(
      fc.property(any.term, any.term, any.scalar, any.scalar, reading, (x, y, a, b, how) => {
        const is = (kind: "all" | "any", operator: "=" | "!="): boolean =>
          matchesFilterPattern(
            { kind, parts: [equality("a", operator, x), equality("b", operator, y)] },
            { a, b },
            how,
          );
        expect(is("all", "=")).toBe(!is("any", "!="));
        expect(is("any", "=")).toBe(!is("all", "!="));
      }),
      RUNS,
    ));

  test.each([
    ["<", ">="],
    [">", "<="],
  ] as const)("not %s is %s, for numbers", (operator, opposite) =>
    fc.assert(
      fc.property(fc.integer(), fc.integer(), reading, (value, limit, how) => {
        const is = (written: string): boolean =>
          matchesFilterPattern(parseFilterPattern(`{ $.a ${written} ${limit} }`), { a: value }, how);
        expect(is(operator)).toBe(!is(opposite));
      }),
      RUNS,
    ),
  );
});

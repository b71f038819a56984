import fc from "fast-check";
import * as any from "./arbitraries";
import { matches } from "./matches";

const RUNS = { numRuns: 500 };

const reversed = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed).reverse();
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, each]) => [name, reversed(each)]),
  );
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

test("the order of names and list elements in the event does not matter", () =>
  fc.assert(
    fc.property(any.pattern, any.event, (pattern, event) => {
      const turned = reversed(event);
      expect(isObject(turned) && matches(pattern, turned)).toBe(matches(pattern, event));
    }),
    RUNS,
  ));

test("anything-but is the complement of the value, on a present scalar", () =>
  fc.assert(
    fc.property(any.excluded, any.scalar, (excluded, x) => {
      const [name, operand] = isObject(excluded) && !Array.isArray(excluded) ? (Object.entries(excluded)[0] ?? []) : [];
      const list = [name === undefined ? excluded : operand].flat();
      const positive = list.map((each: unknown) => (name === undefined ? each : { [name]: each }));
      expect(matches({ x: [{ "anything-but": excluded }] }, { x })).toBe(!matches({ x: positive }, { x }));
    }),
    RUNS,
  ));

test("anything-but never matches an absent field", () =>
  fc.assert(
    fc.property(any.excluded, (excluded) => {
      expect(matches({ x: [{ "anything-but": excluded }] }, { y: "here" })).toBe(false);
    }),
  ));

test("exists true and exists false are complements", () =>
  fc.assert(
    fc.property(any.event, (event) => {
      const exists = (wanted: boolean): boolean => matches({ detail: { a: [{ exists: wanted }] } }, event);
      expect(exists(true)).toBe(!exists(false));
    }),
    RUNS,
  ));

test("one more entry never matches less, and is or", () =>
  fc.assert(
    fc.property(any.entries, any.entries, any.event, (left, right, event) => {
      fc.pre(any.isRead({ a: [...left, ...right] }));
      const is = (entries: unknown): boolean => matches({ detail: { a: entries } }, event);
      expect(is([...left, ...right])).toBe(is(left) || is(right));
    }),
    RUNS,
  ));

test("one more field never matches more, and is and", () =>
  fc.assert(
    fc.property(any.entries, any.entries, any.event, (left, right, event) => {
      expect(matches({ detail: { a: left, b: right } }, event)).toBe(
        matches({ detail: { a: left } }, event) && matches({ detail: { b: right } }, event),
      );
    }),
    RUNS,
  ));

test("$or is or", () =>
  fc.assert(
    fc.property(any.pattern, any.pattern, any.event, (left, right, event) => {
      fc.pre(any.isRead({ $or: [left, right] }));
      expect(matches({ $or: [left, right] }, event)).toBe(matches(left, event) || matches(right, event));
    }),
    RUNS,
  ));

test("an array matches if one of its elements does, except for exists", () =>
  fc.assert(
    fc.property(any.entries, fc.array(any.scalar, { minLength: 1 }), (entries, list) => {
      expect(matches({ a: entries }, { a: list })).toBe(list.some((a) => matches({ a: entries }, { a })));
    }),
    RUNS,
  ));

import { isObject } from "../json";
import { refuse } from "../refuse";
import type { Matcher, ValueMatcher } from "./ast";
import { parseAddress, parseCidr } from "./parse-address";
import {
  parseAffix,
  parseAnyCase,
  parseNumber,
  parseNumeric,
  parseText,
  parseWildcard,
  soleEntry,
} from "./parse-operand";

type ParseExcluded = (value: unknown, where: string) => ValueMatcher;

const parseNonEmpty = (value: unknown, where: string): string =>
  parseText(value, where) || refuse(where, "not be empty", value);

/** The operators that anything-but accepts; it takes no other. Source: as for the operators below. */
const EXCLUDED: ReadonlyMap<string, ParseExcluded> = new Map<string, ParseExcluded>([
  ["prefix", (value, where) => parseAffix("prefix", parseNonEmpty(value, where), where)],
  ["suffix", (value, where) => parseAffix("suffix", parseNonEmpty(value, where), where)],
  ["equals-ignore-case", (value, where) => ({ kind: "equals-ignore-case", text: parseAnyCase(value, where) })],
  ["wildcard", (value, where) => ({ kind: "wildcard", pieces: parseWildcard(value, where) })],
]);

const parsePlain: ParseExcluded = (value, where) => ({
  kind: "equals",
  value: typeof value === "string" ? parseText(value, where) : parseNumber(value, where, "text or a number"),
});

/** One value or a list of at least one. */
const parseEach = (value: unknown, where: string, parse: ParseExcluded): readonly ValueMatcher[] => {
  if (!Array.isArray(value)) return [parse(value, where)];
  if (value.length === 0) refuse(where, "list at least one value", value);
  return value.map((item: unknown, index) => parse(item, `${where}[${index}]`));
};

/**
 * Reads what a value must not be: text or a number, a list of only texts or only numbers, or a prefix, suffix,
 * equals-ignore-case or wildcard with one text or a list. Booleans and null are refused, as by EventBridge's matcher
 * (github.com/aws/event-ruler, JsonRuleCompiler.java, read 2026-11-22).
 */
const parseAnythingBut = (value: unknown, where: string): readonly ValueMatcher[] => {
  if (isObject(value)) {
    const [name, operand] = soleEntry(value, where);
    const parse = EXCLUDED.get(name) ?? refuse(where, `use one of ${[...EXCLUDED.keys()].join(", ")}`, name);
    return parseEach(operand, `${where}.${name}`, parse);
  }
  if (Array.isArray(value) && new Set(value.map((item: unknown) => typeof item)).size > 1)
    refuse(where, "list only texts or only numbers", value);
  return parseEach(value, where, parsePlain);
};

type ParseMatcher = (value: unknown, where: string) => Matcher;

/**
 * Every comparison operator of an event bus. `exactly` is in EventBridge's matcher but not in the user guide, so it is
 * refused. Source: EventBridge user guide, "Comparison operators for use in event patterns".
 */
const PARSERS: ReadonlyMap<string, ParseMatcher> = new Map<string, ParseMatcher>([
  ["prefix", (value, where) => parseAffix("prefix", value, where)],
  ["suffix", (value, where) => parseAffix("suffix", value, where)],
  ["equals-ignore-case", (value, where) => ({ kind: "equals-ignore-case", text: parseAnyCase(value, where) })],
  ["wildcard", (value, where) => ({ kind: "wildcard", pieces: parseWildcard(value, where) })],
  ["numeric", (value, where) => ({ kind: "numeric", bounds: parseNumeric(value, where) })],
  ["cidr", parseCidr],
  ["anything-but", (value, where) => ({ kind: "anything-but", matchers: parseAnythingBut(value, where) })],
  [
    "exists",
    (value, where) =>
      typeof value === "boolean" ? { kind: "exists", present: value } : refuse(where, "be true or false", value),
  ],
]);

/** The names that mean a comparison, in the order of the message about an unknown one. */
export const matcherNames: readonly string[] = [...PARSERS.keys()];

const isConstant = (value: unknown): value is null | boolean => value === null || typeof value === "boolean";

/** Reads one entry of a field's list: a plain value, or an object with one comparison operator. */
export const parseMatcher: ParseMatcher = (value, where) => {
  if (typeof value === "number") return { kind: "equals", value: parseNumber(value, where, "a number") };
  if (typeof value === "string")
    return parseAddress(value, where) ?? { kind: "equals", value: parseText(value, where) };
  if (isConstant(value)) return { kind: "equals", value };
  const [name, operand] = soleEntry(value, where);
  const parse = PARSERS.get(name) ?? refuse(where, `use one of ${matcherNames.join(", ")}`, name);
  return parse(operand, `${where}.${name}`);
};

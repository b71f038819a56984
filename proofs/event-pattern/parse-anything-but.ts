import type { ValueMatcher } from "./ast";
import { refuse } from "./error";
import { parseNumber } from "./parse-numeric";
import { isObject, parseText, soleEntry } from "./parse-text";
import { parseWildcard } from "./parse-wildcard";

type ParseExcluded = (value: unknown, where: string) => ValueMatcher;

const parseNonEmpty = (value: unknown, where: string): string =>
  parseText(value, where) || refuse(where, "not be empty", value);

/** The operators that anything-but accepts; it takes no other. Source: as in `parse-matcher.ts`. */
const EXCLUDED: ReadonlyMap<string, ParseExcluded> = new Map<string, ParseExcluded>([
  ["prefix", (value, where) => ({ kind: "prefix", text: parseNonEmpty(value, where), ignoreCase: false })],
  ["suffix", (value, where) => ({ kind: "suffix", text: parseNonEmpty(value, where), ignoreCase: false })],
  ["equals-ignore-case", (value, where) => ({ kind: "equals-ignore-case", text: parseText(value, where) })],
  ["wildcard", (value, where) => ({ kind: "wildcard", pieces: parseWildcard(value, where) })],
]);

const parsePlain: ParseExcluded = (value, where) => ({
  kind: "equals",
  value: typeof value === "string" ? value : parseNumber(value, where, "text or a number"),
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
export const parseAnythingBut = (value: unknown, where: string): readonly ValueMatcher[] => {
  if (isObject(value)) {
    const [name, operand] = soleEntry(value, where);
    const parse = EXCLUDED.get(name) ?? refuse(where, `use one of ${[...EXCLUDED.keys()].join(", ")}`, name);
    return parseEach(operand, `${where}.${name}`, parse);
  }
  if (Array.isArray(value) && new Set(value.map((item: unknown) => typeof item)).size > 1)
    refuse(where, "list only texts or only numbers", value);
  return parseEach(value, where, parsePlain);
};

import type { Matcher, Scalar } from "./ast";
import { refuse } from "./error";
import { parseAnythingBut } from "./parse-anything-but";
import { parseCidr } from "./parse-cidr";
import { parseNumeric } from "./parse-numeric";
import { parseAffix, parseText, soleEntry } from "./parse-text";
import { parseWildcard } from "./parse-wildcard";

type ParseMatcher = (value: unknown, where: string) => Matcher;

/**
 * Every comparison operator of an event bus. `exactly` is in EventBridge's matcher but not in the user guide, so it is
 * refused. Source: EventBridge user guide, "Comparison operators for use in event patterns".
 */
const PARSERS: ReadonlyMap<string, ParseMatcher> = new Map<string, ParseMatcher>([
  ["prefix", (value, where) => parseAffix("prefix", value, where)],
  ["suffix", (value, where) => parseAffix("suffix", value, where)],
  ["equals-ignore-case", (value, where) => ({ kind: "equals-ignore-case", text: parseText(value, where) })],
  ["wildcard", (value, where) => ({ kind: "wildcard", pieces: parseWildcard(value, where) })],
  ["numeric", (value, where) => ({ kind: "numeric", bounds: parseNumeric(value, where) })],
  ["cidr", (value, where) => ({ kind: "cidr", range: parseCidr(value, where) })],
  ["anything-but", (value, where) => ({ kind: "anything-but", matchers: parseAnythingBut(value, where) })],
  [
    "exists",
    (value, where) =>
      typeof value === "boolean" ? { kind: "exists", present: value } : refuse(where, "be true or false", value),
  ],
]);

/** The names that mean a comparison, in the order of the message about an unknown one. */
export const matcherNames: readonly string[] = [...PARSERS.keys()];

const isScalar = (value: unknown): value is Scalar =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** Reads one entry of a field's list: a plain value, or an object with one comparison operator. */
export const parseMatcher: ParseMatcher = (value, where) => {
  if (isScalar(value)) return { kind: "equals", value };
  const [name, operand] = soleEntry(value, where);
  const parse = PARSERS.get(name) ?? refuse(where, `use one of ${matcherNames.join(", ")}`, name);
  return parse(operand, `${where}.${name}`);
};

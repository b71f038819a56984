import { isObject } from "../json";
import { refuse } from "../refuse";
import type { Bound, ValueMatcher } from "./ast";
import { withoutTwoForms } from "./letter-case";
import { EVENT_PATTERN_LARGEST_NUMBER } from "./quotas";

/** Text of whole characters: half a pair of UTF-16 units reaches the matcher as a question mark. */
export const parseText = (value: unknown, where: string): string => {
  if (typeof value !== "string") return refuse(where, "be text", value);
  return /\p{Cs}/u.test(value) ? refuse(where, "hold whole characters only", value) : value;
};

/** Text of letters whose case EventBridge ignores as a reader would. */
export const parseAnyCase = (value: unknown, where: string): string => {
  const text = parseText(value, where);
  const odd = withoutTwoForms(text);
  return odd === undefined
    ? text
    : refuse(where, "hold no letter whose upper and lower case EventBridge takes for others", odd);
};

/** The name and operand of an object that holds exactly one comparison. */
export const soleEntry = (value: unknown, where: string): readonly [string, unknown] => {
  const [entry, ...more] = isObject(value) ? Object.entries(value) : [];
  return entry && more.length === 0
    ? entry
    : refuse(where, "be text, a number, true, false, null or an object with one operator", value);
};

/**
 * Text with which values begin or end. The matcher keeps a value in quotation marks, and so takes a mark at the outer end
 * of the text for the value's own: the prefix `x"` would match `x`. Source: github.com/aws/event-ruler 2.1.0,
 * JsonRuleCompiler.java; read 2026-11-25.
 */
const parseOuter = (kind: "prefix" | "suffix", text: string, where: string): string =>
  (kind === "prefix" ? text.endsWith('"') : text.startsWith('"'))
    ? refuse(where, `not ${kind === "prefix" ? "end" : "begin"} with a quotation mark`, text)
    : text;

/** Reads the operand of `prefix` or `suffix`: text, or `{ "equals-ignore-case": text }`. */
export const parseAffix = (kind: "prefix" | "suffix", value: unknown, where: string): ValueMatcher => {
  if (!isObject(value)) return { kind, text: parseOuter(kind, parseText(value, where), where), ignoreCase: false };
  const [name, operand] = soleEntry(value, where);
  if (name !== "equals-ignore-case") refuse(where, "be text or use equals-ignore-case", name);
  const place = `${where}.${name}`;
  return { kind, text: parseOuter(kind, parseAnyCase(operand, place), place), ignoreCase: true };
};

const PIECE = /\\[\\*]|[^\\*]/y;

const unescape = (piece: string): string => piece.replace(/\\([\\*])/g, "$1");

/**
 * Splits `dir/*.png` at its asterisks. `\*` and `\\` are plain characters; two asterisks in a row and any other escape
 * are refused. Source: EventBridge user guide, "Matching using wildcards".
 */
export const parseWildcard = (value: unknown, where: string): readonly string[] => {
  const text = parseText(value, where);
  const pieces = [""];
  for (let at = 0; at < text.length;) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(text)?.[0];
    if (found !== undefined) pieces.push(`${pieces.pop() ?? ""}${unescape(found)}`);
    else if (text[at] === "\\") refuse(where, String.raw`use a backslash only as \* or \\`, value);
    else if (text[at + 1] === "*") refuse(where, "have no two asterisks in a row", value);
    else pieces.push("");
    at += found?.length ?? 1;
  }
  return pieces;
};

const RULE = 'be a comparison such as ["=", 5], [">", 0] or [">", 0, "<=", 5]';
const LOWER: readonly unknown[] = [">", ">="];
const UPPER: readonly unknown[] = ["<", "<="];
const OPERATORS: readonly Bound["operator"][] = ["=", "<", "<=", ">", ">="];

const SIX_DECIMALS = /^-?\d+(\.\d{1,6})?$/;

/**
 * A number that EventBridge is documented to compare. Its matcher has compared every double since version 1.8, but the
 * user guide promises these numbers, with six digits after the point, so an alarm hangs on no other.
 */
const parseLimit = (value: unknown, where: string): number => {
  const largest = EVENT_PATTERN_LARGEST_NUMBER;
  if (typeof value !== "number" || Math.abs(value) > largest)
    return refuse(where, `be a number from -${largest} to ${largest}`, value);
  return SIX_DECIMALS.test(String(value)) ? value : refuse(where, "have at most six digits after the point", value);
};

/** A number that one text alone stands for, so that EventBridge reads it as it was written. */
export const parseNumber = (value: unknown, where: string, wanted: string): number =>
  typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER
    ? value
    : refuse(where, `be ${wanted} from -${Number.MAX_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`, value);

/**
 * Reads one comparison, or a range that begins with its lower end, as EventBridge's matcher does
 * (github.com/aws/event-ruler, JsonRuleCompiler.java, read 2026-11-22). A range without values is refused.
 */
export const parseNumeric = (value: unknown, where: string): readonly Bound[] => {
  if (!Array.isArray(value) || (value.length !== 2 && value.length !== 4)) return refuse(where, RULE, value);
  const [first, low, second, high] = value as readonly unknown[];
  const isRange = value.length === 4;
  if (isRange && !(LOWER.includes(first) && UPPER.includes(second))) refuse(where, RULE, value);
  const bound = (operator: unknown, limit: unknown, index: number): Bound => ({
    operator: OPERATORS.find((known) => known === operator) ?? refuse(where, RULE, value),
    value: parseLimit(limit, `${where}[${index}]`),
  });
  const lower = bound(first, low, 1);
  if (!isRange) return [lower];
  const upper = bound(second, high, 3);
  if (lower.value >= upper.value) refuse(where, "name the lower end of the range first", value);
  return [lower, upper];
};

import { isWrittenByFirst, parseNetwork, type Network } from "../ip";
import { isObject } from "../json";
import { refuse } from "../refuse";
import type { Bound, ValueMatcher } from "./ast";
import { EVENT_PATTERN_LARGEST_NUMBER } from "./quotas";

export const parseText = (value: unknown, where: string): string =>
  typeof value === "string" ? value : refuse(where, "be text", value);

/** The name and operand of an object that holds exactly one comparison. */
export const soleEntry = (value: unknown, where: string): readonly [string, unknown] => {
  const [entry, ...more] = isObject(value) ? Object.entries(value) : [];
  return entry && more.length === 0
    ? entry
    : refuse(where, "be text, a number, true, false, null or an object with one operator", value);
};

/** Reads the operand of `prefix` or `suffix`: text, or `{ "equals-ignore-case": text }`. */
export const parseAffix = (kind: "prefix" | "suffix", value: unknown, where: string): ValueMatcher => {
  if (!isObject(value)) return { kind, text: parseText(value, where), ignoreCase: false };
  const [name, operand] = soleEntry(value, where);
  if (name !== "equals-ignore-case") refuse(where, "be text or use equals-ignore-case", name);
  return { kind, text: parseText(operand, `${where}.${name}`), ignoreCase: true };
};

const PIECE = /\\[\\*]|[^\\*]/y;

const unescape = (piece: string): string => piece.replace(/\\([\\*])/g, "$1");

/**
 * Splits `dir/*.png` at its asterisks. `\*` and `\\` are plain characters; two asterisks in a row and any other escape
 * are refused. Source: EventBridge user guide, "Matching using wildcards".
 */
export const parseWildcard = (value: unknown, where: string): readonly string[] => {
  if (typeof value !== "string") return refuse(where, "be text", value);
  const pieces = [""];
  for (let at = 0; at < value.length;) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(value)?.[0];
    if (found !== undefined) pieces.push(`${pieces.pop() ?? ""}${unescape(found)}`);
    else if (value[at] === "\\") refuse(where, String.raw`use a backslash only as \* or \\`, value);
    else if (value[at + 1] === "*") refuse(where, "have no two asterisks in a row", value);
    else pieces.push("");
    at += found?.length ?? 1;
  }
  return pieces;
};

const RULE = 'be a comparison such as ["=", 5], [">", 0] or [">", 0, "<=", 5]';
const LOWER: readonly unknown[] = [">", ">="];
const UPPER: readonly unknown[] = ["<", "<="];
const OPERATORS: readonly Bound["operator"][] = ["=", "<", "<=", ">", ">="];

/** A number that EventBridge can compare; `wanted` names it in the error. */
export const parseNumber = (value: unknown, where: string, wanted = "a number"): number =>
  typeof value === "number" && Math.abs(value) <= EVENT_PATTERN_LARGEST_NUMBER
    ? value
    : refuse(where, `be ${wanted} from -${EVENT_PATTERN_LARGEST_NUMBER} to ${EVENT_PATTERN_LARGEST_NUMBER}`, value);

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
    value: parseNumber(limit, `${where}[${index}]`),
  });
  const lower = bound(first, low, 1);
  if (!isRange) return [lower];
  const upper = bound(second, high, 3);
  if (lower.value >= upper.value) refuse(where, "name the lower end of the range first", value);
  return [lower, upper];
};

/**
 * Reads `192.0.2.0/24` or `2001:db8::/32`.
 *
 * EventBridge's matcher (github.com/aws/event-ruler, CIDR.java, read 2026-11-22) refuses networks of one address (/32,
 * /128) and lets a network with host bits start at the address written, not at the network: we refuse both.
 */
export const parseCidr = (value: unknown, where: string): Network => {
  const network = typeof value === "string" && value.includes("/") ? parseNetwork(value) : undefined;
  if (!network) return refuse(where, "be a network such as 192.0.2.0/24 or 2001:db8::/32", value);
  const { prefix, width } = network;
  if (prefix === width) refuse(where, `have fewer than ${width} network bits (list a single address itself)`, value);
  if (!isWrittenByFirst(network)) refuse(where, "begin with the network's first address", value);
  return network;
};

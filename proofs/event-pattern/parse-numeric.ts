import type { Bound } from "./ast";
import { refuse } from "./error";
import { EVENT_PATTERN_LARGEST_NUMBER } from "./quotas";

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
  const [first, low, second, high]: readonly unknown[] = value;
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

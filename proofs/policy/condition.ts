import type { Context } from "./context";
import type { Condition } from "./policy-document";

/**
 * Whether one condition holds. Without the key, `IfExists` holds; `ForAllValues` holds and `ForAnyValue` does not; a
 * negated operator holds and any other does not. Source: IAM User Guide, Condition operators and Set operators for
 * multivalued context keys, which both count empty strings as no value for a set operator.
 */
export function holds(condition: Condition, context: Context): boolean {
  const { quantifier, test, matchers } = condition;
  const values = context.get(condition.key);
  if (test === "null") return matchers.some((matches) => matches(String(values === undefined), context));
  if (values === undefined && condition.ifExists) return true;

  const passes = (value: string): boolean =>
    matchers.some((matches) => matches(value, context)) !== (test === "compare-negated");
  const empty = values === undefined || values.every((value) => value === "");
  if (quantifier === "ForAllValues") return empty || values.every(passes);
  if (quantifier === "ForAnyValue") return !empty && values.some(passes);
  return values === undefined ? test === "compare-negated" : values.every(passes);
}

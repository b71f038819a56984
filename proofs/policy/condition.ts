import { elementsOf, textsOf } from "../json";
import { refuse } from "../refuse";
import { conditionKey, type ConditionKey, type Context } from "./condition-keys";
import { comparing, OPERATORS, type Operator } from "./operators";
import type { Condition, Quantifier } from "./policy-document";
import { parseBool } from "./values";

/** `Null` asks whether the key is absent and so takes every key. It stands alone: no set operator, no `IfExists`. */
const NULL: Pick<Operator, "rule" | "compile"> = {
  rule: "be true or false",
  compile: comparing(parseBool, (absent, policy) => absent === policy),
};

const NAME = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/;

/** Reads a Condition element: operators over keys over values. Source: IAM User Guide, Condition and Condition operators. */
export function parseConditions(json: unknown, statement: string): readonly Condition[] {
  return Object.entries(elementsOf(json, `${statement}, Condition`)).flatMap(([operator, keys]) => {
    const where = `${statement}, Condition.${operator}`;
    const entries = Object.entries(elementsOf(keys, where));
    const lower = entries.map(([name]) => name.toLowerCase());
    if (new Set(lower).size !== lower.length) refuse(where, "name each key once (case does not matter)", lower);
    return entries.map(([key, values]) => parseCondition(operator, key, values, where));
  });
}

function parseCondition(written: string, name: string, json: unknown, where: string): Condition {
  const [, set, base = "", suffix] = NAME.exec(written) ?? [];
  const operator = Object.hasOwn(OPERATORS, base) ? OPERATORS[base] : undefined;
  if (operator === undefined && written !== "Null")
    return refuse(where, "be a documented condition operator, case included", written);
  const key = conditionKey(name);
  if (key === undefined)
    return refuse(where, "test a known condition key (proofs/policy/condition-keys.ts lists them)", name);
  const quantifier = set as Quantifier | undefined;
  if (operator) checkKey(operator, key, quantifier, `${where}.${name}`);
  const { rule, compile } = operator ?? NULL;
  const values = textsOf(json, `${where}.${name}`, true);
  checkNumbers(json, key, `${where}.${name}`);
  return {
    operator: written,
    quantifier,
    ifExists: suffix !== undefined,
    test: operator === undefined ? "null" : operator.negated ? "compare-negated" : "compare",
    key: key.name,
    values,
    matchers: values.map((value) => compile(value) ?? refuse(`${where}.${name}`, rule, value)),
  };
}

/** A number that means another text than the one that somebody wrote: an account id without its zeros in front. */
function checkNumbers(json: unknown, key: ConditionKey, where: string): void {
  for (const value of [json].flat()) {
    if (typeof value !== "number") continue;
    if (key.name.endsWith("account"))
      refuse(where, "hold account ids in quotes: 12 digits, zeros in front included", value);
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
      refuse(where, "hold so long a number in quotes: its end is lost", value);
  }
}

function checkKey(operator: Operator, key: ConditionKey, quantifier: Quantifier | undefined, where: string): void {
  if (!operator.keyTypes.includes(key.type))
    refuse(where, `test a key of type ${operator.keyTypes.join(" or ")}`, `${key.type} key`);
  if (key.multivalued && quantifier === undefined)
    refuse(where, "test a multivalued key with ForAllValues: or ForAnyValue:", "neither");
}

/** In every request (IAM User Guide, Global condition keys), whether or not the caller of this evaluator knows them. */
const NEVER_ABSENT: ReadonlySet<string> = new Set(["aws:currenttime", "aws:epochtime"]);

/**
 * Whether one condition holds. Without the key, `IfExists` holds; `ForAllValues` holds and `ForAnyValue` does not; a
 * negated operator holds and any other does not. Source: IAM User Guide, Condition operators and Set operators for
 * multivalued context keys, which both count empty strings as no value for a set operator.
 */
export function holds(condition: Condition, context: Context): boolean {
  const { quantifier, test, matchers } = condition;
  const values = context.get(condition.key);
  const isAbsent = values === undefined && !NEVER_ABSENT.has(condition.key);
  if (test === "null") return matchers.some((matches) => matches(String(isAbsent), context));
  if (values === undefined && condition.ifExists) return true;

  const passes = (value: string): boolean =>
    matchers.some((matches) => matches(value, context)) !== (test === "compare-negated");
  const empty = values === undefined || values.every((value) => value === "");
  if (quantifier === "ForAllValues") return empty || values.every(passes);
  if (quantifier === "ForAnyValue") return !empty && values.some(passes);
  return values === undefined ? test === "compare-negated" : values.every(passes);
}

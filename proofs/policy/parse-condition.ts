import { conditionKey, type ConditionKey } from "./condition-keys";
import { OPERATORS } from "./condition-operators";
import { parseBool } from "./condition-operators/bool";
import type { Operator } from "./condition-operators/operator";
import { comparing } from "./condition-operators/operator";
import { elementsOf, textsOf } from "./elements";
import type { Condition, Quantifier } from "./policy-document";
import { refuse } from "./refuse";

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
  if (key === undefined) return refuse(where, "test a known condition key (proofs/policy/*-keys.ts lists them)", name);
  const quantifier = set as Quantifier | undefined;
  if (operator) checkKey(operator, key, quantifier, `${where}.${name}`);
  const { rule, compile } = operator ?? NULL;
  const values = textsOf(json, `${where}.${name}`, true);
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

function checkKey(operator: Operator, key: ConditionKey, quantifier: Quantifier | undefined, where: string): void {
  if (!operator.keyTypes.includes(key.type))
    refuse(where, `test a key of type ${operator.keyTypes.join(" or ")}`, `${key.type} key`);
  if (key.multivalued && quantifier === undefined)
    refuse(where, "test a multivalued key with ForAllValues: or ForAnyValue:", "neither");
}

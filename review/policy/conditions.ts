import { arnCovers, globCovers } from "./glob";
import type { ConditionTest } from "./statement";

const FORM = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

interface Operator {
  readonly quantifier: string;
  readonly base: string;
  readonly negated: boolean;
  readonly ifExists: boolean;
}

function operatorOf(written: string): Operator {
  const [, quantifier = "", name = written, suffix] = FORM.exec(written) ?? [];
  const negated = /Not(?=Equals|Like|IpAddress)|^NotIpAddress/.test(name);
  // ArnEquals and ArnLike mean the same (IAM User Guide, ARN condition operators).
  const base = name
    .replace(/Not(?=Equals|Like)/, "")
    .replace(/^NotIp/, "Ip")
    .replace("ArnEquals", "ArnLike");
  return { quantifier, base, negated, ifExists: suffix !== undefined };
}

/** Whether whatever fits a value of `inner` fits one of `outer`. */
function valueCovers(outer: string, outerBase: string, inner: string, innerBase: string): boolean {
  if (outerBase === "ArnLike") return innerBase === "ArnLike" && arnCovers(outer, inner);
  if (outerBase === "StringLike")
    return innerBase === "StringLike"
      ? globCovers(outer, inner)
      : innerBase === "StringEquals" && !/[*?]/.test(inner) && globCovers(outer, inner);
  if (outerBase === "StringEqualsIgnoreCase")
    return /^StringEquals/.test(innerBase) && outer.toLowerCase() === inner.toLowerCase();
  if (outerBase !== innerBase) return false;
  if (/^(Numeric|Date)LessThan/.test(outerBase)) return Number(inner) <= Number(outer) || inner === outer;
  if (/^(Numeric|Date)GreaterThan/.test(outerBase)) return Number(inner) >= Number(outer) || inner === outer;
  return /^(Bool|Null)$/.test(outerBase) ? inner.toLowerCase() === outer.toLowerCase() : inner === outer;
}

/** Whether a request that passes `given` passes `asked`. */
function impliesOne(given: ConditionTest, asked: ConditionTest): boolean {
  if (given.key !== asked.key) return false;
  const [g, a] = [operatorOf(given.operator), operatorOf(asked.operator)];
  if (g.quantifier !== a.quantifier || g.negated !== a.negated) return false;
  // A condition that passes without its key says nothing of one that does not.
  if (g.ifExists && !a.ifExists) return false;
  if (g.negated)
    return asked.values.every((value) => given.values.some((other) => valueCovers(other, g.base, value, a.base)));
  return given.values.every((value) => asked.values.some((other) => valueCovers(other, a.base, value, g.base)));
}

/** Whether every request that passes all of `given` passes all of `asked`. Never true by mistake; false where in doubt. */
export const implies = (given: readonly ConditionTest[], asked: readonly ConditionTest[]): boolean =>
  asked.every((one) => given.some((other) => impliesOne(other, one)));

import type { KeyType } from "../key-type";
import type { Matcher } from "../policy-document";

/** A condition operator: which keys it may test and how it reads a value of a policy. */
export interface Operator {
  readonly keyTypes: readonly KeyType[];
  /** Holds where no value of the policy matches, and also where the request has no such key. */
  readonly negated: boolean;
  /** What a value must be, to complete "must …". */
  readonly rule: string;
  /** Reads a value of the policy, or answers undefined where it breaks the rule. */
  readonly compile: (policyValue: string) => Matcher | undefined;
}

/** Operators by the name that a policy gives them, without `ForAnyValue:` and `IfExists`. */
export type Operators = Readonly<Record<string, Operator>>;

/** An operator and its negation under two names. */
export const pair = (name: string, negation: string, operator: Omit<Operator, "negated">): Operators => ({
  [name]: { ...operator, negated: false },
  [negation]: { ...operator, negated: true },
});

/** Reads values with `parse` and matches where `test(request value, policy value)` holds. */
export const comparing =
  <T>(parse: (text: string) => T | undefined, test: (request: T, policy: T) => boolean): Operator["compile"] =>
  (policyValue) => {
    const policy = parse(policyValue);
    if (policy === undefined) return undefined;
    return (requestValue) => {
      const request = parse(requestValue);
      return request !== undefined && test(request, policy);
    };
  };

/** The six ways of ordering, shared by numbers and dates. */
export function orderings(family: "Numeric" | "Date", parse: (text: string) => number | undefined): Operators {
  const keyTypes: readonly KeyType[] = [family, "Epoch"];
  const rule =
    family === "Numeric" ? "be a number" : "be a calendar date or time in ISO 8601 (with its zone) or epoch seconds";
  const ordering = (test: (request: number, policy: number) => boolean): Omit<Operator, "negated"> => ({
    keyTypes,
    rule,
    compile: comparing(parse, test),
  });
  const single = (test: (request: number, policy: number) => boolean): Operator => ({
    ...ordering(test),
    negated: false,
  });
  return {
    ...pair(
      `${family}Equals`,
      `${family}NotEquals`,
      ordering((request, policy) => request === policy),
    ),
    [`${family}LessThan`]: single((request, policy) => request < policy),
    [`${family}LessThanEquals`]: single((request, policy) => request <= policy),
    [`${family}GreaterThan`]: single((request, policy) => request > policy),
    [`${family}GreaterThanEquals`]: single((request, policy) => request >= policy),
  };
}

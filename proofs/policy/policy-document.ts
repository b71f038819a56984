import type { Context } from "./condition-keys";

/** The two kinds of policy that bound what a member account may do, in the names of the Organizations API. */
export type PolicyType = "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";

/** Whether one value of a policy matches one value of a request; the context resolves policy variables. */
export type Matcher = (requestValue: string, context: Context) => boolean;

/** A policy that `parsePolicy` has read and found to hold nothing that the evaluator does not know. */
export interface PolicyDocument {
  readonly name: string;
  readonly type: PolicyType;
  readonly statements: readonly Statement[];
}

/** One statement. `id` is its Sid or, without one, its place: `Statement[0]`. */
export interface Statement {
  readonly id: string;
  readonly effect: "Allow" | "Deny";
  readonly actions: Selection;
  readonly resources: Selection;
  readonly conditions: readonly Condition[];
}

/** A list of patterns that selects what matches any of them or, for NotAction and NotResource, what matches none. */
export interface Selection {
  readonly negated: boolean;
  readonly patterns: readonly string[];
  readonly matchers: readonly Matcher[];
}

/** One operator applied to one key. All conditions of a statement must hold; the values of one are alternatives. */
export interface Condition {
  /** The operator as written, with `ForAnyValue:` and `IfExists`. */
  readonly operator: string;
  readonly quantifier: Quantifier | undefined;
  readonly ifExists: boolean;
  readonly test: "compare" | "compare-negated" | "null";
  /** The condition key in lower case: key names are not case-sensitive. */
  readonly key: string;
  readonly values: readonly string[];
  readonly matchers: readonly Matcher[];
}

export type Quantifier = "ForAllValues" | "ForAnyValue";

import type { AddressRange } from "./address";

/** A value in an event that is neither an object nor an array. */
export type Scalar = string | number | boolean | null;

export interface Bound {
  readonly operator: "=" | "<" | "<=" | ">" | ">=";
  readonly value: number;
}

/** What a present value must be. */
export type ValueMatcher =
  | { readonly kind: "equals"; readonly value: Scalar }
  | { readonly kind: "equals-ignore-case"; readonly text: string }
  | { readonly kind: "prefix" | "suffix"; readonly text: string; readonly ignoreCase: boolean }
  /** The literal texts between the asterisks: `a*c` is `["a", "c"]`, `a*` is `["a", ""]`. */
  | { readonly kind: "wildcard"; readonly pieces: readonly string[] }
  | { readonly kind: "numeric"; readonly bounds: readonly Bound[] }
  /** `cidr`, and also a plain text that is an address: `::1` in a pattern is `0:0:0:0:0:0:0:1` in an event. */
  | { readonly kind: "address"; readonly range: AddressRange }
  | { readonly kind: "anything-but"; readonly matchers: readonly ValueMatcher[] };

/** One entry of a field's list: a demand on its value, or on its presence. */
export type Matcher = ValueMatcher | { readonly kind: "exists"; readonly present: boolean };

/** A field that must satisfy one of the matchers. `path` joins the names with dots. */
export interface FieldGoal {
  readonly kind: "field";
  readonly path: string;
  readonly matchers: readonly Matcher[];
}

/** `$or`: one of the patterns must match. Nested objects are flattened into paths. */
export interface ChoiceGoal {
  readonly kind: "or";
  readonly alternatives: readonly Goals[];
}

/** Everything that an event must satisfy, as the pattern is written. */
export type Goals = readonly (FieldGoal | ChoiceGoal)[];

/** Fields that must all match, in the order in which EventBridge asks for them. */
export type Combination = readonly FieldGoal[];

/** A parsed event pattern: the combinations to which its `$or` expand. One of them must match. */
export interface EventPattern {
  readonly combinations: readonly Combination[];
}

/** Where a test looks: property names and array positions, outermost first. `$.users[0].id` is `["users", 0, "id"]`. */
export type Selector = readonly (string | number)[];

/** Text to equal; an asterisk at either end stands for any text there. Quoted and unquoted text mean the same. */
export interface TextTerm {
  readonly kind: "text";
  readonly text: string;
}

/** A number as it was written, so that rendering gives it back: `10e3`, `+1000`. */
export interface NumberTerm {
  readonly kind: "number";
  readonly text: string;
}

/** A regular expression without its percent signs. It matches anywhere in the value unless it is anchored. */
export interface RegexTerm {
  readonly kind: "regex";
  readonly source: string;
}

export type Term = TextTerm | NumberTerm | RegexTerm;

/** `$.eventName = "ConsoleLogin"`, `$.eventType != %Service%`. */
export interface EqualityTest {
  readonly kind: "equality";
  readonly selector: Selector;
  readonly operator: "=" | "!=";
  readonly term: Term;
}

/** `$.latency >= 500`. */
export interface OrderTest {
  readonly kind: "order";
  readonly selector: Selector;
  readonly operator: "<" | "<=" | ">" | ">=";
  readonly term: NumberTerm;
}

/** `$.readOnly IS TRUE`. */
export interface StateTest {
  readonly kind: "state";
  readonly selector: Selector;
  readonly state: "NULL" | "TRUE" | "FALSE";
}

/** `$.userIdentity.invokedBy NOT EXISTS`. */
export interface AbsenceTest {
  readonly kind: "absence";
  readonly selector: Selector;
}

export type Test = EqualityTest | OrderTest | StateTest | AbsenceTest;

/** At least two patterns: one alone is not combined. */
export type Parts = readonly [FilterPattern, FilterPattern, ...FilterPattern[]];

/** `a && b && c`. */
export interface AllOf {
  readonly kind: "all";
  readonly parts: Parts;
}

/** `a || b || c`. */
export interface AnyOf {
  readonly kind: "any";
  readonly parts: Parts;
}

/** A JSON metric filter pattern as a tree. Parentheses are not kept: the tree says what they said. */
export type FilterPattern = Test | AllOf | AnyOf;

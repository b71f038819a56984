import fc from "fast-check";
import { parseEventPattern } from "../../../proofs/event-pattern";
import { Refusal } from "../../../proofs/refuse";

/** Whether the evaluator reads the pattern. A comparison with another matcher says what it refuses. */
export const isRead = (pattern: object): boolean => {
  try {
    parseEventPattern(pattern);
    return true;
  } catch (problem) {
    if (problem instanceof Refusal) return false;
    throw problem;
  }
};

/** Few names and values, so that patterns and events meet. */
const NAMES = ["a", "b", "c"] as const;
const text = fc.constantFrom(
  "",
  "x",
  "y",
  "xy",
  "XY",
  "us-east-1",
  "US-",
  "dir/x.png",
  "192.0.2.7",
  "198.51.100.7",
  "2001:db8::1",
);
const number = fc.constantFrom(-1, 2, 2.5, 5, 100);
export const scalar = fc.oneof(text, number, fc.constantFrom(null, true, false));

/** One of them, or a list of a few. */
export const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> =>
  fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 }));
const affix = fc.constantFrom("x", "us-", "y", ".png", "XY");
const glob = fc.constantFrom("*", "x*", "*y", "*/*.png", "us-*-1", "x", String.raw`\*x`);

/** What the matchers of texts are made of. */
export interface Words {
  readonly text: fc.Arbitrary<string>;
  readonly number: fc.Arbitrary<number>;
  readonly affix: fc.Arbitrary<string>;
  readonly glob: fc.Arbitrary<string>;
}

/** What anything-but negates: texts and numbers, and the matchers of texts. */
export const negatable = ({ text, number, affix, glob }: Words) =>
  [
    some(text),
    some(number),
    some(affix).map((prefix) => ({ prefix })),
    some(affix).map((suffix) => ({ suffix })),
    some(text).map((value) => ({ "equals-ignore-case": value })),
    some(glob).map((wildcard) => ({ wildcard })),
  ] as const;

/** The matchers of texts. */
export const textual = ({ text, affix, glob }: Words) =>
  [
    affix.map((prefix) => ({ prefix })),
    affix.map((suffix) => ({ suffix })),
    affix.map((value) => ({ prefix: { "equals-ignore-case": value } })),
    affix.map((value) => ({ suffix: { "equals-ignore-case": value } })),
    text.map((value) => ({ "equals-ignore-case": value })),
    glob.map((wildcard) => ({ wildcard })),
  ] as const;

const words: Words = { text, number, affix, glob };

/** Matchers whose negation anything-but can say, as the operand that says it. */
export const excluded = fc.oneof(...negatable(words));

export const matcher = fc.oneof(
  scalar,
  ...textual(words),
  excluded.map((value) => ({ "anything-but": value })),
  fc.boolean().map((exists) => ({ exists })),
  fc.constantFrom("192.0.2.0/24", "198.51.100.0/30", "128.0.0.0/1", "2001:db8::/32").map((cidr) => ({ cidr })),
  fc
    .oneof(
      fc.tuple(fc.constantFrom("=", "<", "<=", ">", ">="), number),
      fc.tuple(fc.constantFrom(">", ">="), fc.constantFrom(-1, 2), fc.constantFrom("<", "<="), fc.constantFrom(5, 100)),
    )
    .map((numeric) => ({ numeric })),
);

/** Without what EventBridge confuses in one field. */
export const entries = fc.array(matcher, { minLength: 1, maxLength: 3 }).filter((a) => isRead({ a }));

const fields = fc.dictionary(fc.constantFrom(...NAMES), entries, { minKeys: 1, maxKeys: 3 });

/** Some patterns nest, some choose. The names inside `$or` differ from those beside it. */
export const pattern = fc
  .oneof(
    fields,
    fc.record({ detail: fields }),
    fc.tuple(fields, fields).map(([top, inner]) => ({ ...top, detail: inner })),
    fc.tuple(fields, fields, fields).map(([first, second, inner]) => ({ $or: [first, second], detail: inner })),
    fc
      .tuple(fields, fields, fields)
      .map(([top, first, second]) => ({ ...top, detail: { $or: [first, { d: second }] } })),
  )
  .filter(isRead);

export const value = fc.oneof({ weight: 4, arbitrary: scalar }, fc.array(scalar, { minLength: 1, maxLength: 3 }));
const values = fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 3 });

export const event = fc
  .tuple(values, values, values)
  .map(([top, detail, d]): Record<string, unknown> => ({ ...top, detail: { ...detail, d } }));

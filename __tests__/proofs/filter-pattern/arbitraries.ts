import fc from "fast-check";
import type { FilterPattern, Term, Test } from "../../../proofs/filter-pattern";

/** Few names and values, so that patterns and events meet. */
const name = fc.constantFrom("a", "b", "c-d", "E_1");
const step = fc.oneof({ weight: 3, arbitrary: name }, { weight: 1, arbitrary: fc.nat(1) });
export const selector = fc
  .tuple(name, fc.array(step, { maxLength: 2 }))
  .map(([first, rest]): readonly (string | number)[] => [first, ...rest]);

const word = fc.constantFrom("", "x", "y", "xy", "Yes", "1", "true", "with space", "ü@$", "back\\slash");
const text = fc
  .tuple(fc.constantFrom("", "*"), word, fc.constantFrom("", "*"))
  .map(([open, core, close]): Term => ({ kind: "text", text: `${open}${core}${close}` }));
const number = fc
  .constantFrom("0", "1", "+1", "-1", "10e-1", "2.5", "10e3")
  .map((written) => ({ kind: "number" as const, text: written }));
const regex = fc
  .constantFrom("x", "^x$", "[xy]+", "a|b", String.raw`\d{1,3}\.`)
  .map((source): Term => ({ kind: "regex", source }));

export const term = fc.oneof(text, number, { weight: 1, arbitrary: regex });

const equality = fc.record({
  kind: fc.constant("equality" as const),
  selector,
  operator: fc.constantFrom("=" as const, "!=" as const),
  term,
});
const order = fc.record({
  kind: fc.constant("order" as const),
  selector,
  operator: fc.constantFrom("<" as const, "<=" as const, ">" as const, ">=" as const),
  term: number,
});
const state = fc.record({
  kind: fc.constant("state" as const),
  selector,
  state: fc.constantFrom("NULL" as const, "TRUE" as const, "FALSE" as const),
});
const absence = fc.record({ kind: fc.constant("absence" as const), selector });

export const test: fc.Arbitrary<Test> = fc.oneof({ weight: 3, arbitrary: equality }, order, state, absence);

const { pattern } = fc.letrec<{ pattern: FilterPattern }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 3, depthIdentifier: "pattern" },
    test,
    fc
      .tuple(
        fc.constantFrom("all" as const, "any" as const),
        tie("pattern"),
        tie("pattern"),
        fc.array(tie("pattern"), { maxLength: 1 }),
      )
      .map(([kind, first, second, more]): FilterPattern => ({ kind, parts: [first, second, ...more] })),
  ),
}));

export const anyPattern = pattern;

export const scalar = fc.constantFrom("", "x", "y", "xy", "Yes", "1", "true", 0, 1, -1, 2.5, 10000, true, false);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthIdentifier: "value" },
    scalar,
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(name, tie("value"), { maxKeys: 4 }),
  ),
}));

export const event: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(name, value, { maxKeys: 4 });

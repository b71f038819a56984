import fc from "fast-check";
import * as tame from "../arbitraries";
import { negatable, textual, type Words } from "../arbitraries";
import { LETTERS, number, scalar, text } from "./vocabulary";

/**
 * Patterns and events as an attacker or a careless author writes them: also what moto cannot judge (arrays of objects and
 * of arrays, empty ones, line feeds). Some are refused: then the matcher is asked whether it refuses them, too.
 */
const NAMES = ["a", "b", "c", "d"] as const;
const ODD_NAMES = ["", "a.b", "A", "prefix", "toString", "__proto__"] as const;

const affix = fc.oneof(
  fc.constantFrom("x", "us-", "y", ".png", "XY", "", "10.", "1", "\n"),
  fc.constantFrom(...LETTERS),
);
const glob = fc.oneof(
  fc.constantFrom("*", "x*", "*y", "*/*.png", "us-*-1", "x", "", "10.*", "x*y*x", "*x*", "**", "*大", "?", "x\n*"),
  fc.constantFrom(String.raw`\*x`, String.raw`x\*`, String.raw`\\`, String.raw`x\\*`, String.raw`x\y`, "x\\"),
  fc.array(fc.constantFrom("x", "*", "y"), { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join("")),
);
const cidr = fc.oneof(
  fc.constantFrom(
    "192.0.2.0/24",
    "192.0.2.7/24",
    "10.0.0.0/28",
    "10.0.0.0/29",
    "16.0.0.0/8",
    "42.0.0.0/16",
    "10.0.0.1/32",
  ),
  fc.constantFrom(
    "0.0.0.0/0",
    "0.0.0.0/1",
    "::/0",
    "2001:db8::/32",
    "2001:db8::7/120",
    "2a00::/16",
    "c000::/3",
    "::/128",
  ),
  fc.constantFrom(
    "::ffff:192.0.2.0/120",
    "::ffff:c000:200/24",
    "010.0.0.00/8",
    "192.0.2.0",
    "192.0.2.0/33",
    "x/8",
    "/8",
  ),
);
export const bound = fc.constantFrom("=", "<", "<=", ">", ">=");
const numeric = fc.oneof(
  fc.tuple(bound, number),
  fc.tuple(fc.constantFrom(">", ">="), number, fc.constantFrom("<", "<="), number),
  fc.constantFrom(["="], [">", "5"], ["=", 1, "<", 2], ["<", 5, ">", 1], ["==", 5]),
);
const words: Words = { text, number, affix, glob };
const excluded = fc.oneof(
  ...negatable(words),
  fc.constantFrom(null, true, [], ["x", 1], [true], { numeric: ["=", 5] }, { exists: true }, { cidr: "10.0.0.0/8" }),
);

const matcher = fc.oneof(
  { weight: 4, arbitrary: scalar },
  ...textual(words),
  { weight: 2, arbitrary: excluded.map((value) => ({ "anything-but": value })) },
  { weight: 2, arbitrary: fc.boolean().map((exists) => ({ exists })) },
  cidr.map((value) => ({ cidr: value })),
  numeric.map((value) => ({ numeric: value })),
);
const oddMatcher = fc.constantFrom<unknown>({}, { exactly: "x" }, { regex: "x" }, { prefix: "x", suffix: "y" }, ["x"], {
  exists: "true",
});
export const entries = fc.oneof(
  { weight: 60, arbitrary: fc.array(fc.oneof(matcher, tame.matcher), { minLength: 1, maxLength: 3 }) },
  fc.array(fc.oneof(matcher, oddMatcher), { minLength: 0, maxLength: 2 }),
);

const name = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom<string>(...NAMES) },
  fc.constantFrom<string>(...ODD_NAMES),
);

/** Objects of lists, some levels deep, each with an `$or` now and then, whose fields may be those beside it. */
export const pattern = fc.letrec<{ fields: Record<string, unknown> }>((tie) => ({
  fields: fc
    .tuple(
      fc.dictionary(
        name,
        fc.oneof({ maxDepth: 3, withCrossShrink: true }, { weight: 5, arbitrary: entries }, tie("fields")),
        { minKeys: 1, maxKeys: 3 },
      ),
      fc.option(fc.array(tie("fields"), { minLength: 1, maxLength: 3 }), { freq: 3, depthSize: "small", maxDepth: 3 }),
      fc.boolean(),
    )
    .map(([fields, choice, first]) => {
      if (choice === null) return fields;
      return first ? { $or: choice, ...fields } : { ...fields, $or: choice };
    }),
})).fields;

/** Any JSON value, mostly scalars, with the names of the patterns. */
export const value = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  object: fc.dictionary(name, tie("value"), { maxKeys: 4 }),
  value: fc.oneof(
    { maxDepth: 4, depthSize: "medium" },
    { weight: 6, arbitrary: fc.oneof(scalar, tame.scalar) },
    { weight: 2, arbitrary: tie("object") },
    { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 4 }) },
  ),
})).value;

export const event = fc.dictionary(name, value, { maxKeys: 4 });

import fc from "fast-check";
import { bound } from "./arbitraries";
import { some } from "../arbitraries";

/** A pattern and events that are meant for it. */
export interface Asked {
  readonly pattern: object;
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

export const EVENTS_EACH = 5;

/** Events for a pattern, which may be made from what the pattern is made from. */
export const asked = (
  pattern: fc.Arbitrary<object>,
  event: fc.Arbitrary<Readonly<Record<string, unknown>>>,
): fc.Arbitrary<Asked> =>
  fc.record({ pattern, events: fc.array(event, { minLength: EVENTS_EACH, maxLength: EVENTS_EACH }) });

const inA = (value: fc.Arbitrary<unknown>): fc.Arbitrary<{ a: unknown }> => value.map((a) => ({ a }));

/** Words of few letters, so that what one entry means meets what another means: the matcher keeps all in one machine. */
const word = fc.string({ unit: fc.constantFrom("x", "y", "é", '"'), maxLength: 4 });
const dense = fc.oneof(
  { weight: 3, arbitrary: word },
  word.map((prefix) => ({ prefix })),
  word.map((suffix) => ({ suffix })),
  fc.array(fc.constantFrom("x", "y", "*", "é"), { maxLength: 5 }).map((pieces) => ({ wildcard: pieces.join("") })),
  word.map((value) => ({ "equals-ignore-case": value })),
  fc
    .constantFrom("prefix", "suffix")
    .chain((kind) => word.map((value) => ({ [kind]: { "equals-ignore-case": value } }))),
  some(word).map((value) => ({ "anything-but": value })),
  fc
    .constantFrom("prefix", "suffix", "wildcard", "equals-ignore-case")
    .chain((kind) => some(word).map((value) => ({ "anything-but": { [kind]: value } }))),
  fc.boolean().map((exists) => ({ exists })),
  fc.constantFrom(0, 1, 2, true, null),
  fc.tuple(bound, fc.constantFrom(0, 1, 2)).map((value) => ({ numeric: value })),
);
const denseValue = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.constantFrom<unknown>("X", "XY", "É", "xyx", 0, 1, 2, 1.5, true, null, [], {}, ["x", "y"]),
);
const denseEntries = fc.array(dense, { minLength: 1, maxLength: 6 });

/** Alternatives on few fields: what they share is where the matcher goes astray. */
const few = fc.constantFrom<unknown>("x", "y", "xy", { prefix: "x" }, { exists: false }, { exists: true }, 1, {
  "anything-but": "x",
});
const fewFields = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.array(few, { minLength: 1, maxLength: 2 }), {
  minKeys: 1,
});
const choices = fc
  .tuple(
    fc.array(fewFields, { minLength: 2, maxLength: 4 }),
    fc.option(fc.array(fewFields, { minLength: 2, maxLength: 2 })),
    fewFields,
  )
  .map(([first, second, beside]) => ({ $or: first, e: { ...beside, ...(second && { d: { $or: second } }) } }));
const fewValue = fc.oneof(fc.constantFrom<unknown>("x", "y", "xy", 1, ["x", "y"]));
const fewValues = fc.dictionary(fc.constantFrom("a", "b", "c"), fewValue);
const chosen = fc
  .tuple(fewValues, fewValues, fewValues)
  .map(([top, e, d]): Record<string, unknown> => ({ ...top, e: { ...e, d } }));

const byte = fc.oneof(fc.constantFrom(0, 10, 16, 42, 192, 255), fc.nat(255));
const v4 = fc.array(byte, { minLength: 4, maxLength: 4 }).map((bytes) => bytes.join("."));
const group = fc.oneof(
  fc.constantFrom("0", "ffff", "2001", "C000", "00ab"),
  fc.nat(65535).map((part) => part.toString(16)),
);
const v6 = fc
  .tuple(fc.array(group, { maxLength: 8 }), fc.array(group, { maxLength: 8 }), fc.constantFrom("::", ":"))
  .map(([head, tail, gap]) => head.join(":") + gap + tail.join(":"));
const address = fc.oneof(v4, v6);

/** A network or an address, and values of which some lie in it: its own address, or that with another end. */
const located = fc.tuple(address, fc.nat(128)).chain(([written, width]) =>
  asked(
    inA(fc.constantFrom<unknown>([written], [{ cidr: `${written}/${width}` }], [{ cidr: `${written}/${width % 32}` }])),
    inA(
      fc.oneof(
        fc.constantFrom(written, written.toUpperCase()),
        fc.nat(300).map((end) => written.replace(/[^:.]*$/, String(end))),
        address,
        fc.nat(),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
      ),
    ),
  ),
);

/** Wildcards of one field, up to those that EventBridge finds too complex. */
const glob = fc
  .array(fc.constantFrom("x", "y", "*", "é", "xy"), { maxLength: 7 })
  .map((parts) => parts.join("").replaceAll(/\*+/g, "*"));
const globs = fc.array(
  fc.oneof(
    glob.map((wildcard) => ({ wildcard })),
    some(glob).map((wildcard) => ({ "anything-but": { wildcard } })),
  ),
  { minLength: 1, maxLength: 4 },
);

/** Each goes deep where the general patterns go wide. */
export const narrow = fc.oneof(
  { weight: 4, arbitrary: asked(inA(denseEntries), inA(denseValue)) },
  { weight: 2, arbitrary: asked(choices, chosen) },
  { weight: 2, arbitrary: located },
  { weight: 1, arbitrary: asked(inA(globs), inA(glob)) },
);

import fc from "fast-check";
import { isRegex, matchesRegex } from "../../proofs/filter-pattern/regex";
import { matches } from "./event-pattern/matches";
import { counts } from "./filter-pattern/counts";
import { evaluate } from "../../proofs/policy";
import { admin, denies, scp, under } from "./policy/helpers";

/** Against backtracking, each of these takes longer than the universe is old. */
const MANY = "a*".repeat(30);
const TEXT = "a".repeat(120);

test("a wildcard of an event pattern, up to those that EventBridge refuses", () => {
  const long = "a".repeat(50_000);
  for (const wildcard of ["a*a*a*a*a*b", "*ab*"]) {
    expect(matches({ x: [{ wildcard }] }, { x: long })).toBe(false);
    expect(matches({ x: [{ wildcard }] }, { x: `${long}b` })).toBe(true);
  }
  expect(() => matches({ x: [{ wildcard: `${MANY}b` }] }, { x: TEXT })).toThrow("too complex");
});

test("wildcards of which the search for their complexity would not end", () => {
  const letters = Array.from("abcdefghijklmnopqrstuvwxyz", (letter) => ({ wildcard: `${letter}*${letter}x*y` }));
  const alike = Array.from({ length: 60 }, (_none, index) => ({ wildcard: `abcab`.repeat(index % 8) + `*${index}` }));
  for (const x of [letters, alike, [...letters, ...alike], [{ wildcard: `*${"ab".repeat(900)}*c` }]]) {
    const read = (): boolean => matches({ x }, { x: "no" });
    try {
      expect(read()).toBe(false);
    } catch (problem) {
      expect(String(problem)).toContain("too complex");
    }
  }
});

test("a wildcard of a policy", () => {
  const like = (request: string): boolean =>
    denies({ StringLike: { "aws:UserAgent": `${MANY}b` } }, { context: { "aws:UserAgent": request } });
  expect([like(TEXT), like(`${TEXT}b`)]).toEqual([false, true]);
});

test("a resource of a policy, whose wildcards stay in their field", () => {
  const inField = (resource: string): boolean =>
    denies({ ArnLike: { "aws:SourceArn": `arn:aws:sns:*:*:${MANY}b` } }, { context: { "aws:SourceArn": resource } });
  expect(inField(`arn:aws:sns:us-east-1:111111111111:${TEXT}`)).toBe(false);
  expect(inField(`arn:aws:sns:us-east-1:111111111111:${TEXT}b`)).toBe(true);
});

test("an action and a resource of a policy, which every call is tried against", () => {
  const held = (statement: object, resource: string): boolean =>
    evaluate(
      { principal: admin, action: `sns:${TEXT}b`, resource },
      under(scp("p", { Effect: "Deny", Action: "*", Resource: "*", ...statement })),
    ).decision === "denied";
  const topic = `arn:aws:sns:us-east-1:111111111111:${TEXT}`;
  expect(held({ Action: `sns:${MANY}b` }, topic)).toBe(true);
  expect(held({ Action: `sns:${MANY}c` }, topic)).toBe(false);
  expect(held({ Resource: `arn:aws:sns:*:${MANY}b*` }, topic)).toBe(false);
  expect(held({ Resource: `arn:aws:sns:*:${MANY}*` }, topic)).toBe(true);
  expect(held({ Action: `sns:${"?*".repeat(60)}` }, topic)).toBe(true);
});

test("a long text is read in no time", () => {
  const long = "a".repeat(20_000);
  const like = { StringLike: { "aws:UserAgent": `${MANY}b` } };
  expect(denies(like, { context: { "aws:UserAgent": long } })).toBe(false);
  expect(counts(`{ $.x = %${MANY}b% }`, { x: long })).toEqual([false, false]);
  expect(counts(`{ $.x = *${"a".repeat(500)}b* }`, { x: long })).toEqual([false, false]);
});

test("a regular expression of a metric filter", () => {
  expect(counts(`{ $.x = %${MANY}b% }`, { x: TEXT })).toEqual([false, false]);
  expect(counts(`{ $.x = %^${"a?".repeat(40)}${"a".repeat(40)}$% }`, { x: "a".repeat(40) })).toEqual([true, true]);
});

const piece = fc.constantFrom(
  ...["a", "b", String.raw`\d`, String.raw`\w`, String.raw`\s`, "[ab]", "[^a]", "[a-c]", String.raw`[\d:]`, "."],
  ...["*", "+", "?", "{2}", "{1,}", "{0,2}", "|", "^", "$", String.raw`\.`, String.raw`\x61`, "-", String.raw`\$`],
);
const source = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(""));
const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "1", ".", "-", "\n", " ", "$", "é"), maxLength: 7 });

test("a regular expression of a metric filter means what it means in JavaScript", () =>
  fc.assert(
    fc.property(source.filter(isRegex), text, (written, value) => {
      expect(matchesRegex(written, value)).toBe(new RegExp(written).test(value));
    }),
    { numRuns: 500 },
  ));

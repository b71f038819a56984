import { problem } from "./problem";

/** What EventBridge's matcher takes for something else, and what stands beside it and is read. */

const combinations = (...lengths: number[]): object =>
  Object.fromEntries(
    lengths.map((length, place) => [
      `n${place}`,
      { $or: Array.from({ length }, (_none, index) => ({ [`f${index}`]: ["x"] })) },
    ]),
  );

test("the combinations of $or are counted as EventBridge counts them", () => {
  expect(problem(combinations(10, 10, 10))).toBe("no problem");
  expect(problem(combinations(7, 11, 13))).toBe(
    "the event pattern must make at most 1000 combinations of its $or, got 1001",
  );
  const nested = { $or: [{ a: ["x"] }, combinations(23, 22)] };
  expect(problem(nested)).toBe("the event pattern must make at most 1000 combinations of its $or, got 1012");
});

test.each(["exactly", "=", "regex", "not-wildcard", "date-after", "in-date-range", "ip-address-in-range"])(
  "inside $or no field is called %s",
  (name) => {
    const inside = { $or: [{ a: { [name]: ["x"] } }, { b: ["y"] }] };
    expect(problem(inside)).toBe(`$or[0].a.${name} must name a field, not an operator, got "${name}"`);
    expect(problem({ a: { [name]: ["x"] } })).toBe("no problem");
  },
);

test.each<[object, string]>([
  [{ "": ["x"] }, " must have names of at least one character (EventBridge would skip an empty one)"],
  [{ a: ["10.0.0.1", 5] }, "a must list either addresses or numbers"],
  [{ $or: [{ a: [{ cidr: "10.0.0.0/8" }] }, { a: [5], b: ["x"] }] }, "a must list either addresses or numbers"],
  [{ a: [{ wildcard: "*y" }, { "equals-ignore-case": "x" }] }, "a must use no wildcard beside other cases"],
  [{ a: [{ wildcard: "*y" }, { "anything-but": { suffix: "é" } }] }, "a must use no wildcard beside other cases"],
  [{ a: ["x", { numeric: ["<=", 0] }, "i"] }, "a must have at most one text beside a range of numbers"],
  [{ a: [{ numeric: ["<=", 0] }, { "anything-but": ["x", "y"] }] }, "a must have at most one text beside a range"],
  [{ a: [{ wildcard: "a*a*a*a*a*a*b" }] }, "a must have fewer wildcards"],
  [{ $or: [{ a: ["x"] }, { a: ["x", "y"] }] }, "a must share no value among alternatives of $or on the same fields"],
  [
    {
      c: [1],
      $or: [
        { a: [5], b: ["y"] },
        { a: [{ numeric: ["=", 5] }], b: ["y", "z"] },
      ],
    },
    "a, b, c must share no value among alternatives of $or on the same fields",
  ],
])("what EventBridge confuses: %j", (pattern, message) => expect(problem(pattern)).toContain(message));

test.each<[object]>([
  [{ $or: [{ a: ["x"] }, { a: ["y"] }] }],
  [{ $or: [{ a: ["x", "y"] }, { a: ["y"] }] }],
  [
    {
      $or: [
        { a: ["x"], b: ["1"] },
        { a: ["x", "y"], b: ["2"] },
      ],
    },
  ],
  [
    {
      $or: [
        { a: ["x"], b: ["1"] },
        { a: ["x", "y"], c: ["1"] },
      ],
    },
  ],
  [{ a: [{ "anything-but": [5100000000, 111111111111] }] }],
  [{ a: [{ cidr: "192.0.2.7/24" }, "198.51.100.7", "x"] }],
  [{ a: [{ wildcard: "*x" }, { suffix: "y" }, "é"] }],
  [{ a: [5, "x", null, { numeric: ["=", 5] }] }],
])("what EventBridge reads as it is written: %j", (pattern) => expect(problem(pattern)).toBe("no problem"));

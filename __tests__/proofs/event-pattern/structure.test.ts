import { matches } from "./matches";

describe("fields", () => {
  test("all must match, at any depth, and others are ignored", () => {
    const pattern = { a: ["1"], b: { c: { d: ["2"] } } };
    expect(matches(pattern, { a: "1", b: { c: { d: "2", e: "3" } }, f: "4" })).toBe(true);
    expect(matches(pattern, { a: "1", b: { c: { d: "3" } } })).toBe(false);
    expect(matches(pattern, { a: "1", b: { d: "2" } })).toBe(false);
    expect(matches(pattern, { a: "1", b: "2" })).toBe(false);
    expect(matches(pattern, { a: "1", b: null })).toBe(false);
  });
  test("names are case-sensitive and may look like operators or methods", () => {
    expect(matches({ Source: ["a"] }, { source: "a" })).toBe(false);
    expect(matches({ prefix: ["a"], numeric: { cidr: ["b"] } }, { prefix: "a", numeric: { cidr: "b" } })).toBe(true);
    expect(matches({ toString: [{ exists: true }] }, {})).toBe(false);
    expect(matches({ constructor: { name: [{ exists: false }] } }, {})).toBe(true);
  });
});

describe("$or", () => {
  const pattern = { source: ["s"], $or: [{ a: ["1"] }, { b: ["2"], c: ["3"] }] };
  test("needs one alternative, whole", () => {
    expect(matches(pattern, { source: "s", a: "1" })).toBe(true);
    expect(matches(pattern, { source: "s", b: "2", c: "3" })).toBe(true);
    expect(matches(pattern, { source: "s", b: "2" })).toBe(false);
    expect(matches(pattern, { source: "x", a: "1" })).toBe(false);
    expect(matches(pattern, { source: "s" })).toBe(false);
  });
  test("may stand inside an object, beside another and in another", () => {
    const nested = {
      $or: [{ a: ["1"] }, { $or: [{ b: ["2"] }, { c: ["3"] }] }],
      detail: { $or: [{ x: [{ exists: false }] }, { y: { z: ["4"] } }] },
    };
    expect(matches(nested, { c: "3" })).toBe(true);
    expect(matches(nested, { c: "3", detail: { x: "here" } })).toBe(false);
    expect(matches(nested, { b: "2", detail: { x: "here", y: { z: "4" } } })).toBe(true);
    expect(matches(nested, { detail: {} })).toBe(false);
  });
});

describe("arrays of objects", () => {
  const event = {
    employees: [
      { first: "John", last: "Doe", tags: ["a"] },
      { first: "Anna", last: "Smith", tags: ["b", "c"] },
    ],
    company: { name: "Example" },
  };
  test("one element is enough", () => {
    expect(matches({ employees: { first: ["Anna"] } }, event)).toBe(true);
    expect(matches({ employees: { tags: ["c"] } }, event)).toBe(true);
  });
  test("two fields must match in the same element", () => {
    expect(matches({ employees: { first: ["Anna"], last: ["Smith"], tags: ["c"] } }, event)).toBe(true);
    expect(matches({ employees: { first: ["Anna"], last: ["Doe"] } }, event)).toBe(false);
    expect(matches({ employees: { first: ["Anna"], $or: [{ last: ["Doe"] }, { tags: ["b"] }] } }, event)).toBe(true);
    expect(matches({ employees: { first: ["Anna"], $or: [{ last: ["Doe"] }, { tags: ["a"] }] } }, event)).toBe(false);
  });
  test("an element can be passed over for a later one", () =>
    expect(matches({ employees: { last: [{ exists: true }], first: ["Anna"] } }, event)).toBe(true));
  test("exists false means in no element, or not in the one on which the fields before it have settled", () => {
    expect(matches({ employees: { middle: [{ exists: false }], first: ["Anna"] } }, event)).toBe(true);
    expect(matches({ employees: { last: [{ exists: false }] } }, event)).toBe(false);
    const half = { employees: [{ first: "John" }, { last: "Smith" }] };
    expect(matches({ employees: { first: ["John"], last: [{ exists: false }] } }, half)).toBe(true);
    expect(matches({ employees: { last: [{ exists: false }], first: ["John"] } }, half)).toBe(true);
    expect(matches({ employees: { first: [{ exists: false }], last: ["Smith"] } }, half)).toBe(false);
  });
  test("arrays in arrays, and two arrays side by side", () => {
    const deep = { a: [[{ x: 1, y: 1 }], [{ x: 2, y: 2 }, { x: 3 }]], b: [{ z: 1 }, { z: 2 }] };
    expect(matches({ a: { x: [2], y: [2] }, b: { z: [1] } }, deep)).toBe(true);
    expect(matches({ a: { x: [3], y: [2] } }, deep)).toBe(false);
    expect(matches({ a: { x: [1], y: [2] } }, deep)).toBe(false);
    expect(matches({ a: { x: [2] }, b: { z: [2] } }, deep)).toBe(true);
  });
  test("a scalar beside an object in a list lies in no element", () => {
    const pattern = { a: ["s"], $or: [{ a: { x: [1] } }, { b: ["2"] }] };
    expect(matches(pattern, { a: [{ x: 1 }, "s"] })).toBe(true);
  });
  test("names with dots or without a letter keep their lists apart", () => {
    expect(matches({ a: { b: { x: [1] } }, c: [2] }, { "a.b": [{ x: 1 }], c: 2 })).toBe(true);
    expect(matches({ a: { x: [1], y: [2] } }, { a: [{ x: 1 }], "": { a: [{ y: 2 }] } })).toBe(false);
    expect(matches({ a: ["x"] }, { "": { a: "x" } })).toBe(false);
    expect(matches({ a: { b: { x: [1], y: [2] } } }, { a: { b: [{ x: 1 }] }, "a.b": [{ z: 0 }, { y: 2 }] })).toBe(true);
  });
  test("large lists side by side take no time", () => {
    const list = Array.from({ length: 300 }, (_none, x) => ({ x }));
    const event = Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, list]));
    const any = { x: [{ exists: true }] };
    expect(matches({ a: any, b: any, c: any, d: any, e: ["never"] }, event)).toBe(false);
  });
  test("the same list in two fields is two lists", () => {
    const list = [{ x: 1 }, { x: 2 }];
    expect(matches({ a: { x: [1] }, b: { x: [2] } }, { a: list, b: list })).toBe(true);
  });
});

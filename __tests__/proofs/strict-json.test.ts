import fc from "fast-check";
import { parsePolicyText, strictJson } from "../../proofs/policy";

const POLICY = { Version: "2012-10-17", Statement: [{ Sid: "A", Effect: "Deny", Action: "s3:*", Resource: "*" }] };
const said = (text: string): string => {
  try {
    strictJson(text, "policy p");
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

test.each([
  ["at the top", '{"a":1,\n"a":1}', 'policy p must hold each key once (again in line 2), got "a"'],
  ["with other values", '{"a":1,"a":2}', 'policy p must hold each key once (again in line 1), got "a"'],
  ["below", '{"a":{"b":1,"b":2}}', 'policy p, a must hold each key once (again in line 1), got "b"'],
  [
    "in a list, at depth",
    '{"Statement":[{},{"Condition":{"StringLike":{"k":"1","k":"2"}}}]}',
    'policy p, Statement[1].Condition.StringLike must hold each key once (again in line 1), got "k"',
  ],
  ["in a list alone", '[{"a":1},{"a":1,"a":1}]', 'policy p, [1] must hold each key once (again in line 1), got "a"'],
  ["written with an escape", '{"a":1,"\\u0061":2}', 'policy p must hold each key once (again in line 1), got "a"'],
  [
    "that every object has",
    '{"__proto__":1,"__proto__":2}',
    'policy p must hold each key once (again in line 1), got "__proto__"',
  ],
])("a key that stands twice %s is refused", (_where, text, message) => {
  expect(said(text)).toBe(message);
});

test.each(['{"a":{"k":1},"b":{"k":1}}', '[{"a":1},{"a":1}]', '{"a":"a\\"a","b":["a","a"]}', '{"A":1,"a":2}'])(
  "%s says each thing once",
  (text) => {
    expect(strictJson(text, "p")).toEqual(JSON.parse(text));
  },
);

test("a byte order mark is read past", () => {
  expect(strictJson(`\ufeff${JSON.stringify(POLICY)}`, "p")).toEqual(POLICY);
  expect(parsePolicyText(`\ufeff${JSON.stringify(POLICY)}`, "p").statements).toHaveLength(1);
});

test.each(["", "{", "{} {}", "{'a':1}", '{"a":1,}', "// x\n{}", "\ufeff\ufeff{}"])("%j is no JSON", (text) => {
  expect(said(text)).toMatch(/^policy p must be JSON \(/);
});

test("every JSON value is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, undefined, 1);
      expect(strictJson(text, "p")).toEqual(JSON.parse(text));
    }),
  );
});

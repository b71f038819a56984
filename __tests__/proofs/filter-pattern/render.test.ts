import { type FilterPattern, renderFilterPattern, type Term } from "../../../proofs/filter-pattern";

const equals = (term: Term, selector: readonly (string | number)[] = ["a"]): FilterPattern => ({
  kind: "equality",
  selector,
  operator: "=",
  term,
});

test("combined parts get parentheses, single tests do not", () => {
  const one = equals({ kind: "number", text: "1" });
  const pattern: FilterPattern = { kind: "all", parts: [{ kind: "any", parts: [one, one] }, one] };
  expect(renderFilterPattern(pattern)).toBe("{ ($.a = 1 || $.a = 1) && $.a = 1 }");
});

test("text is quoted", () =>
  expect(renderFilterPattern(equals({ kind: "text", text: "iam.amazonaws.com" }))).toBe(
    '{ $.a = "iam.amazonaws.com" }',
  ));

test.each<[string, FilterPattern]>([
  ["text with a quote", equals({ kind: "text", text: '" || $.b = "x' })],
  ["text that ends in a backslash", equals({ kind: "text", text: "x\\" })],
  ["text with an inner asterisk", equals({ kind: "text", text: "a*b" })],
  ["a number that is none", equals({ kind: "number", text: "1 || $.b" })],
  ["a number that is text", equals({ kind: "number", text: "one" })],
  ["a regular expression with a percent sign", equals({ kind: "regex", source: "a% || $.b = %b" })],
  ["a name with a dot", equals({ kind: "number", text: "1" }, ["a.b"])],
  ["a name with an operator", equals({ kind: "number", text: "1" }, ["a = 1 || $.b"])],
  ["no name", equals({ kind: "number", text: "1" }, [])],
  ["a negative position", equals({ kind: "number", text: "1" }, ["a", -1])],
])("refuses %s", (_name, pattern) => expect(() => renderFilterPattern(pattern)).toThrow("must be"));

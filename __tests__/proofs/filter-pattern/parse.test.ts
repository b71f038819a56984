import { FilterPatternError, parseFilterPattern } from "../../../proofs/filter-pattern";

const is = (name: string) => ({
  kind: "equality",
  selector: [name],
  operator: "=",
  term: { kind: "number", text: "1" },
});

describe("precedence", () => {
  test("&& binds stronger than ||, on either side", () => {
    expect(parseFilterPattern("{ $.a = 1 || $.b = 1 && $.c = 1 }")).toEqual({
      kind: "any",
      parts: [is("a"), { kind: "all", parts: [is("b"), is("c")] }],
    });
    expect(parseFilterPattern("{ $.a = 1 && $.b = 1 || $.c = 1 }")).toEqual({
      kind: "any",
      parts: [{ kind: "all", parts: [is("a"), is("b")] }, is("c")],
    });
  });
  test("parentheses come first", () =>
    expect(parseFilterPattern("{($.a=1||$.b=1)&&((($.c=1)))}")).toEqual({
      kind: "all",
      parts: [{ kind: "any", parts: [is("a"), is("b")] }, is("c")],
    }));
});

test("selectors reach into objects and lists", () =>
  expect(parseFilterPattern("{ $.a-b.c_d[0][12].e1 NOT EXISTS }")).toEqual({
    kind: "absence",
    selector: ["a-b", "c_d", 0, 12, "e1"],
  }));

test("space does not matter between tokens", () =>
  expect(parseFilterPattern(' \n{$.a!="x"\t&& $.b   IS   NULL} ')).toEqual(
    parseFilterPattern('{ $.a != "x" && $.b IS NULL }'),
  ));

const problem = (text: string): readonly [number, string, string] | "no problem" => {
  try {
    parseFilterPattern(text);
    return "no problem";
  } catch (error) {
    if (error instanceof FilterPatternError) return [error.column, error.expected, error.got];
    throw error;
  }
};

const JOINT = '"&&", "||" or "}"';
const OPERATOR = "=, !=, <, <=, >, >=, IS or NOT EXISTS";
const UNQUOTED = "a number or quoted text (only letters, digits, _ . and * go unquoted)";
const ENDS = "text with asterisks only at its ends (or a %regular expression%)";
const PIECE = '"%" or what AWS allows in a regular expression';

test.each<[string, number, string, string]>([
  ["", 1, '"{"', "the end"],
  ["ERROR", 1, '"{"', '"ERROR"'],
  ["[ip, user]", 1, '"{"', '"[ip,"'],
  ["{ }", 3, '"(" or a selector such as $.eventName', '"}"'],
  ["{ eventName = 1 }", 3, '"(" or a selector such as $.eventName', '"eventName"'],
  ["{ $eventName = 1 }", 4, '"." and a property name', '"eventName"'],
  ["{ $[0] = 1 }", 4, '"." and a property name', '"[0]"'],
  ["{ $. = 1 }", 5, "a property name of letters, digits, - and _", '" "'],
  ["{ $.a..b = 1 }", 7, "a property name of letters, digits, - and _", '".b"'],
  ["{ $.a[*] = 1 }", 7, "an array position such as 0]", '"*]"'],
  ['{ $.a["b"] = 1 }', 7, "an array position such as 0]", '"\\"b\\"]"'],
  ["{ $.a[01] = 1 }", 7, "an array position such as 0]", '"01]"'],
  ["{ $.a }", 7, OPERATOR, '"}"'],
  ["{ $.a EXISTS }", 7, OPERATOR, '"EXISTS"'],
  ["{ $.a IN [1] }", 7, OPERATOR, '"IN"'],
  ["{ $.a is NULL }", 7, OPERATOR, '"is"'],
  ["{ $.a IS NOT NULL }", 10, "NULL, TRUE or FALSE", '"NOT"'],
  ["{ $.a IS NULLABLE }", 10, "NULL, TRUE or FALSE", '"NULLABLE"'],
  ["{ $.a NOT NULL }", 11, "EXISTS", '"NULL"'],
  ['{ $.a == "x" }', 8, UNQUOTED, '"="'],
  ["{ $.a = us-east-1 }", 9, UNQUOTED, '"us-east-1"'],
  ["{ $.a = }", 9, "text, a number or a %regular expression%", '"}"'],
  ['{ $.a = "x }', 13, "a closing quote", "the end"],
  [String.raw`{ $.a = "x\" }`, 11, "text that does not end in a backslash", String.raw`"\\\""`],
  ['{ $.a = "Ev*ent" }', 12, ENDS, '"*ent\\""'],
  ["{ $.a = Ev*ent }", 11, ENDS, '"*ent"'],
  ['{ $.a = "***" }', 11, ENDS, '"**\\""'],
  ['{ $.a > "x" }', 9, "a number", '"\\"x\\""'],
  ["{ $.a < 10E3 }", 9, "a number", '"10E3"'],
  ["{ $.a = %x!% }", 11, PIECE, '"!%"'],
  ["{ $.a = %(x)% }", 10, PIECE, '"(x)%"'],
  ["{ $.a = %a b% }", 11, PIECE, '" "'],
  [String.raw`{ $.a = %\b% }`, 10, PIECE, String.raw`"\\b%"`],
  ["{ $.a = %a{% }", 11, PIECE, '"{%"'],
  ["{ $.a = %[^]% }", 10, PIECE, '"[^]%"'],
  ["{ $.a = %[]% }", 10, PIECE, '"[]%"'],
  ["{ $.a = %x }", 11, PIECE, '" "'],
  ["{ $.a = %% }", 9, "a valid regular expression", '"%%"'],
  ["{ $.a = %*a% }", 9, "a valid regular expression", '"%*a%"'],
  ["{ $.a = %a% || $.b = %b% || $.c = %c% }", 35, "a quoted string, after at most 2 regular expressions", '"%c%"'],
  ["{ $.a = 1 & $.b = 2 }", 11, JOINT, '"&"'],
  ["{ $.a = 1 AND $.b = 2 }", 11, JOINT, '"AND"'],
  ["{ $.a = 1 && }", 14, '"(" or a selector such as $.eventName', '"}"'],
  ["{ ($.a = 1 }", 12, '"&&", "||" or ")"', '"}"'],
  ["{ $.a = 1 ) }", 11, JOINT, '")"'],
  ["{ $.a = 1", 10, JOINT, "the end"],
  ["{ $.a = 1 } x", 13, "the end", '"x"'],
  [`{ $.a = ${"x".repeat(1015)} }`, 1025, "the end (1024 characters at most)", '"}"'],
])("refuses %s", (text, column, expected, got) => expect(problem(text)).toEqual([column, expected, got]));

test("the longest pattern is read", () => expect(problem(`{ $.a = ${"x".repeat(1014)} }`)).toBe("no problem"));

test("the message says where, what and what instead", () =>
  expect(() => parseFilterPattern("{ $.a ~ 1 }")).toThrow(
    'column 7 of the filter pattern must be =, !=, <, <=, >, >=, IS or NOT EXISTS, got "~"',
  ));

import { counts, FIRES, OPEN, QUIET } from "./counts";
import { signIn, signInWithMfa, userSignInWithMfa } from "./events";

describe("text", () => {
  test("Y* covers YES and Yes, not No", () => {
    const pattern = '{ $.additionalEventData.MFAUsed != "Y*" }';
    expect(counts(pattern, signInWithMfa)).toEqual(QUIET);
    expect(counts(pattern, userSignInWithMfa)).toEqual(QUIET);
    expect(counts(pattern, signIn)).toEqual(FIRES);
  });
  test.each([
    ["AKIA*", "AKIAIOSFODNN7EXAMPLE", true],
    ["AKIA*", "ASIAIOSFODNN7EXAMPLE", false],
    ["AKIA*", "AKIA", true],
    ["*Event", "PutEvent", true],
    ["*Event", "PutEvents", false],
    ["*vent*", "PutEvents", true],
    ["*vent*", "Put", false],
    ["*", "anything", true],
    ["**", "anything", true],
    ["", "", true],
    ["", "x", false],
    ["Yes", "YES", false],
    ["a.c", "abc", false],
  ])("%j against %j", (text, value, expected) =>
    expect(counts(`{ $.a = "${text}" }`, { a: value })).toEqual([expected, expected]),
  );
  test("quoted and unquoted text mean the same", () => {
    expect(counts("{ $.eventSource = signin.amazonaws.com }", signIn)).toEqual(FIRES);
    expect(counts('{ $.eventSource = "signin.amazonaws.com" }', signIn)).toEqual(FIRES);
    expect(counts("{ $.sourceIPAddress != 192.0.* }", signIn)).toEqual(QUIET);
  });
  test("an account id without quotes equals the string in the record", () =>
    expect(counts("{ $.recipientAccountId = 111111111111 }", signIn)).toEqual(FIRES));
  test("an asterisk finds a number", () => expect(counts("{ $.latency = * }", { latency: 50 })).toEqual(FIRES));
});

describe("nothing to compare", () => {
  test.each([{}, { a: null }, { a: undefined }])("%j equals nothing, and != is open", (event) => {
    expect(counts('{ $.a = "x" }', event)).toEqual(QUIET);
    expect(counts("{ $.a = * }", event)).toEqual(QUIET);
    expect(counts('{ $.a != "x" }', event)).toEqual(OPEN);
    expect(counts("{ $.a != 1 }", event)).toEqual(OPEN);
    expect(counts("{ $.a != %x% }", event)).toEqual(OPEN);
    expect(counts("{ $.a < 1 }", event)).toEqual(QUIET);
  });
  test("NOT EXISTS is for absent fields, IS NULL for null", () => {
    expect(counts("{ $.a NOT EXISTS }", {})).toEqual(FIRES);
    expect(counts("{ $.a NOT EXISTS }", { a: null })).toEqual(QUIET);
    expect(counts("{ $.a IS NULL }", { a: null })).toEqual(FIRES);
    expect(counts("{ $.a IS NULL }", {})).toEqual(QUIET);
  });
  test("NOT EXISTS beside != closes what is open", () =>
    expect(counts('{ $.a NOT EXISTS || $.a != "x" }', {})).toEqual(FIRES));
  test("a way through text, null or a list breaks off", () => {
    for (const a of ["text", null, [{ b: 1 }], 5]) expect(counts("{ $.a.b NOT EXISTS }", { a })).toEqual(FIRES);
    for (const name of ["0", "length"]) expect(counts(`{ $.a.${name} NOT EXISTS }`, { a: [1] })).toEqual(FIRES);
    expect(counts("{ $.a[0] NOT EXISTS }", { a: { 0: "x" } })).toEqual(FIRES);
    expect(counts("{ $.toString NOT EXISTS }", {})).toEqual(FIRES);
  });
});

describe("states", () => {
  test("TRUE and FALSE are booleans, not text", () => {
    expect(counts("{ $.a IS TRUE }", { a: true })).toEqual(FIRES);
    expect(counts("{ $.a IS TRUE }", { a: "true" })).toEqual(QUIET);
    expect(counts("{ $.a IS FALSE }", { a: false })).toEqual(FIRES);
    expect(counts("{ $.a IS FALSE }", {})).toEqual(QUIET);
  });
});

describe("an array or object", () => {
  test.each(["= 1", "!= 1", '!= "x"', "= *", "IS NULL", "NOT EXISTS", "> 0", "!= %x%"])("never passes %s", (test) => {
    expect(counts(`{ $.users ${test} }`, { users: [1, 2, 3] })).toEqual(QUIET);
    expect(counts(`{ $.users ${test} }`, { users: { a: 1 } })).toEqual(QUIET);
  });
});

describe("numbers", () => {
  test.each([
    [">= 500", 500, true],
    ["> 500", 500, false],
    ["< 10e3", 9999, true],
    ["< 10e-3", 0.009, true],
    ["<= 55.5", 55.6, false],
    ["> +1000", 1001, true],
    ["< -1", -2, true],
    ["= 10e2", 1000, true],
    ["!= 500", 400, true],
    ["!= 500", 500, false],
    ["> 1", "2", false],
    ["= 1", true, false],
  ])("%s against %j", (test, value, expected) =>
    expect(counts(`{ $.a ${test} }`, { a: value })).toEqual([expected, expected]),
  );
});

describe("regular expressions", () => {
  test.each([
    ["%Trail%", "UpdateTrail", true],
    ["%^Trail%", "UpdateTrail", false],
    ["%^[hc]at$%", "cat", true],
    ["%colou?r%", "color", true],
    [String.raw`%10\.10\.0\.1%`, "10.10.0.1", true],
    [String.raw`%10\.10\.0\.1%`, "10a10.0.1", false],
    ["%a{3,5}%", "aa", false],
    [String.raw`%\d\x41%`, "7A", true],
    ["%gray|grey%", "grey", true],
  ])("%s against %j", (regex, value, expected) => {
    expect(counts(`{ $.a = ${regex} }`, { a: value })).toEqual([expected, expected]);
    expect(counts(`{ $.a != ${regex} }`, { a: value })).toEqual([!expected, !expected]);
  });
});

test("AWS's own examples of compound conditions", () => {
  const event = {
    user: { id: 1, email: "john@example.com" },
    users: [{ id: 2, email: "jane@example.com" }],
    actions: ["GET", "PUT", "DELETE"],
    coordinates: [
      [0, 1, 2],
      [4, 5, 6],
    ],
  };
  const isJohn = '$.user.email = "john@example.com"';
  expect(counts('{ ($.user.id = 1) && ($.users[0].email = "jane@example.com") }', event)).toEqual(FIRES);
  expect(counts('{ ($.user.id = 2 && $.users[0].email = "x") || $.actions[2] = "GET" }', event)).toEqual(QUIET);
  expect(counts(`{ ${isJohn} || $.coordinates[0][1] = x && $.actions[2] = x }`, event)).toEqual(FIRES);
  expect(counts(`{ (${isJohn} || $.coordinates[0][1] = x) && $.actions[2] = x }`, event)).toEqual(QUIET);
  expect(counts("{ $.coordinates[1][2] = 6 && $.coordinates[5][0] NOT EXISTS }", event)).toEqual(FIRES);
});

import { matches } from "./matches";

const ABSENT = Symbol("absent");

/** Whether a rule with these entries for a field fires for a value of it. */
const fires = (entries: unknown, value: unknown): boolean =>
  matches({ source: ["a"], detail: { x: entries } }, { source: "a", detail: value === ABSENT ? {} : { x: value } });

test.each<[string, unknown[], unknown[], unknown[]]>([
  ["text", ["a", ""], ["a", "", ["b", "a"]], ["A", null, 0, ABSENT, {}, []]],
  ["number", [1], [1, 1.0, [2, 1]], ["1", true, 2, ABSENT]],
  ["large number", [111111111111], [111111111111], ["111111111111", 111111111112]],
  ["boolean", [true], [true], ["true", 1, false, ABSENT]],
  ["null", [null], [null, ["a", null]], ["null", "", 0, false, ABSENT, [], {}]],
  ["prefix", [{ prefix: "us-" }], ["us-", "us-east-1", ["eu", "us-1"]], ["US-east-1", "a-us-", 5, null, ABSENT]],
  ["suffix", [{ suffix: ".png" }], [".png", "a.png"], ["a.PNG", ".png.gz", ABSENT]],
  ["prefix, any case", [{ prefix: { "equals-ignore-case": "EventB" } }], ["eventbridge", "EVENTB"], ["event", 1]],
  ["suffix, any case", [{ suffix: { "equals-ignore-case": "Bridge" } }], ["eventBRIDGE"], ["bridges", null]],
  ["any case", [{ "equals-ignore-case": "alice" }], ["Alice", "ALICE"], ["alice ", null, ABSENT]],
  [
    "any case beyond ASCII",
    [{ "equals-ignore-case": "ésk大" }],
    ["ÉSK大"],
    ["ésk", "e\u0301sk大", "ÉS\u212a大", "ÉſK大"],
  ],
  ["half a character", ["?"], ["?", "\ud83d"], ["😀"]],
  ["negative zero", [0], [-0], ["-0"]],
  ["address", ["10.0.0.1"], ["10.0.0.1", "010.0.0.01", "a00:1::"], ["10.0.0.2", "10.0.0.10", 10.1, ABSENT]],
  ["address with F at its end", ["::ff"], ["::ff", "0:0::00FF"], ["::fe", "::100", "::ff "]],
  ["numbers beside words", [5, "x", { numeric: ["=", 2] }], [5, "x", 2], ["5", 2.5]],
  ["wildcard", [{ wildcard: "dir/*.png" }], ["dir/.png", "dir/a/b.png", "dir/\n.png"], ["dir/a.pn", "xdir/a.png", 1]],
  ["wildcard, escaped", [{ wildcard: String.raw`a\*b\\*` }], [String.raw`a*b\c`], [String.raw`axb\c`, "a*b"]],
  ["wildcard with the signs of a regular expression", [{ wildcard: "a.(b)*" }], ["a.(b)c"], ["ab", "xa.(b)"]],
  ["wildcard without asterisk", [{ wildcard: "ab" }], ["ab"], ["abc", "xab"]],
  ["wildcard of anything", [{ wildcard: "*" }], ["", "a"], [1, null, ABSENT]],
  ["numeric =", [{ numeric: ["=", 3.018e2] }], [301.8], ["301.8", 301, true, null, ABSENT]],
  ["numeric range", [{ numeric: [">", 0, "<=", 5] }], [0.1, 5], [0, 5.1, "3"]],
  ["numeric half range", [{ numeric: [">=", 4] }], [4, 5e9, 5.1e9], [3.9, -5.1e9]],
  ["numeric below", [{ numeric: ["<", 4] }], [-1], [4]],
  ["cidr", [{ cidr: "192.0.2.0/24" }], ["192.0.2.0", "192.0.2.255"], ["192.0.3.0", "192.0.2", "::1", 1, ABSENT]],
  ["exists", [{ exists: true }], ["", 0, false, null, ["a"], [{}, "a"]], [ABSENT, {}, [], { y: 1 }]],
  ["not exists", [{ exists: false }], [ABSENT, {}, [], { y: 1 }], ["", null, ["a"]]],
  ["either", [null, { exists: false }, { prefix: "a" }], [null, ABSENT, "abc"], ["b", 1]],
])("%s", (_name, entries, firing, quiet) => {
  for (const value of firing) expect([value, fires(entries, value)]).toEqual([value, true]);
  for (const value of quiet) expect([value, fires(entries, value)]).toEqual([value, false]);
});

test.each<[string, unknown, unknown[], unknown[]]>([
  ["text", "a", ["b", "A", null, 1, true, ["a", "b"]], ["a", ["a", "a"], ABSENT, {}, []]],
  ["number", 1, [2, "1", null, true], [1, ABSENT]],
  ["texts", ["a", "b"], ["c", null, ["a", "c"]], ["a", "b", ["a", "b"]]],
  ["numbers", [1, 2], [3, "1"], [1, 2]],
  ["prefix", { prefix: "us-" }, ["eu-", "US-", null, 1], ["us-east-1", ABSENT]],
  ["prefixes", { prefix: ["us-", "eu-"] }, ["ap-"], ["us-east-1", "eu-west-1"]],
  ["suffix", { suffix: ".png" }, ["a.jpg", null], ["a.png"]],
  ["suffixes", { suffix: [".png", ".jpg"] }, ["a.gif"], ["a.png", "a.jpg"]],
  ["any case", { "equals-ignore-case": "Alice" }, ["Bob", null], ["ALICE"]],
  ["any case, list", { "equals-ignore-case": ["a", "b"] }, ["c"], ["A", "B"]],
  ["wildcard", { wildcard: "*/lib/*" }, ["/bin/x", null], ["/usr/lib/x"]],
  ["wildcards", { wildcard: ["*.png", "*.jpg"] }, ["a.gif"], ["a.png", "a.jpg"]],
])("anything-but %s", (_name, excluded, firing, quiet) => {
  for (const value of firing) expect([value, fires([{ "anything-but": excluded }], value)]).toEqual([value, true]);
  for (const value of quiet) expect([value, fires([{ "anything-but": excluded }], value)]).toEqual([value, false]);
});

test.each<[string, string[], string[]]>([
  ["192.0.2.128/25", ["192.0.2.128", "192.0.2.255"], ["192.0.2.127", "192.0.3.128", "192.0.2", "192.0.2.128 ", ""]],
  ["192.0.2.200/25", ["192.0.2.128", "192.0.2.255"], ["192.0.2.127", "192.0.2.256"]],
  ["192.0.2.4/31", ["192.0.2.4", "192.0.2.5", "192.0.2.005"], ["192.0.2.3", "192.0.2.6", "0192.00.002.0005"]],
  ["2001:db8::/32", ["2001:DB8::1", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"], ["2001:db9::", "32.1.13.184"]],
  [
    "2001:db8::1:0/112",
    ["2001:db8::1:0", "2001:db8:0:0:0:0:1:ffff"],
    ["2001:db8::2:0", "1::2::3", ":::", "2001:db8::1:0%1"],
  ],
])("cidr %s", (network, inside, outside) => {
  for (const address of inside) expect([address, fires([{ cidr: network }], address)]).toEqual([address, true]);
  for (const address of outside) expect([address, fires([{ cidr: network }], address)]).toEqual([address, false]);
});

test.each<[string, string[], unknown[], unknown[]]>([
  ["IPv4 by its first digits", ["42.0.0.0/16"], ["2a00:1::", "2a00::"], ["2a01::", "::ffff:42.0.0.1"]],
  ["IPv4 carried by IPv6", ["192.0.2.0/24"], ["::ffff:c000:207"], ["::ffff:192.0.2.7", "::c000:207"]],
  ["IPv6 of few bits", ["2000::/3"], ["2000::", "52.0.0.1"], ["128.0.0.1", "1000::"]],
  ["a number by its digits", ["16.0.0.0/4"], [105, 10000001], [1.5, -105, 2, "105"]],
])("an address is its digits to EventBridge: %s", (_name, [cidr = ""], inside, outside) => {
  for (const address of inside) expect([address, fires([{ cidr }], address)]).toEqual([address, true]);
  for (const address of outside) expect([address, fires([{ cidr }], address)]).toEqual([address, false]);
});

test.each([2 ** 53, -(2 ** 53), 1e21])("the number %d may be another in the event's text", (number) => {
  const message = "a number in the event must lie between -9007199254740991 and 9007199254740991";
  for (const entry of [5, { numeric: [">", 5] }, { "anything-but": 5 }])
    expect(() => fires([entry], number)).toThrow(message);
  expect(fires([{ "anything-but": "x" }, "y"], number)).toBe(true);
  expect(fires([{ exists: false }], number)).toBe(false);
});

test("an event that is not JSON is an error, not a mismatch", () =>
  expect(() => fires(["a"], () => "a")).toThrow("detail.x must be a JSON value, got a function"));

import { problem } from "./problem";

const inX = (entry: unknown): string => problem({ detail: { x: [entry] } });

test.each<[unknown, string]>([
  [{}, "the event pattern must be an object with at least one field, got {}"],
  [[], "the event pattern must be an object with at least one field, got []"],
  ["{}", 'the event pattern must be an object with at least one field, got "{}"'],
  [undefined, "the event pattern must be an object with at least one field, got nothing"],
  [{ source: "aws.iam" }, 'source must be an array or a non-empty object, got "aws.iam"'],
  [{ source: [] }, "source must list at least one value, got []"],
  [{ detail: {} }, "detail must be an array or a non-empty object, got {}"],
  [{ detail: { a: null } }, "detail.a must be an array or a non-empty object, got null"],
  [{ "detail.a": ["x"] }, 'detail.a must have names without dots (EventBridge joins names with dots), got "detail.a"'],
  [{ $or: [{ a: ["x"] }] }, '$or must list at least two patterns, got [{"a":["x"]}]'],
  [{ $or: { a: ["x"] } }, '$or must list at least two patterns, got {"a":["x"]}'],
  [{ detail: { $or: ["a", "b"] } }, 'detail.$or[0] must be an array or a non-empty object, got "a"'],
  [{ $or: [{ a: ["x"] }, {}] }, "$or[1] must be an object with at least one field, got {}"],
  [{ $or: [{ a: ["x"] }, { b: "y" }] }, '$or[1].b must be an array or a non-empty object, got "y"'],
  [{ $or: [{ prefix: ["x"] }, { b: ["y"] }] }, '$or[0].prefix must name a field, not an operator, got "prefix"'],
  [{ a: ["x"], $or: [{ a: ["y"] }, { b: ["z"] }] }, 'a must be tested either inside $or or beside it, got "both"'],
  [
    { detail: { a: ["x"] }, $or: [{ detail: { a: ["y"] } }, { b: ["z"] }] },
    'detail.a must be tested either inside $or or beside it, got "both"',
  ],
])("%j", (pattern, message) => expect(problem(pattern)).toBe(message));

const ONE = "detail.x[0] must be text, a number, true, false, null or an object with one operator, got ";
const RANGE = 'must be a comparison such as ["=", 5], [">", 0] or [">", 0, "<=", 5], got ';

test.each<[unknown, string]>([
  [["a"], `${ONE}["a"]`],
  [{}, `${ONE}{}`],
  [{ prefix: "a", suffix: "b" }, `${ONE}{"prefix":"a","suffix":"b"}`],
  [
    { contains: "a" },
    'detail.x[0] must use one of prefix, suffix, equals-ignore-case, wildcard, numeric, cidr, anything-but, exists, got "contains"',
  ],
  [
    { exactly: "a" },
    'detail.x[0] must use one of prefix, suffix, equals-ignore-case, wildcard, numeric, cidr, anything-but, exists, got "exactly"',
  ],
  [{ prefix: ["a"] }, 'detail.x[0].prefix must be text, got ["a"]'],
  [{ prefix: { suffix: "a" } }, 'detail.x[0].prefix must be text or use equals-ignore-case, got "suffix"'],
  [{ suffix: { "equals-ignore-case": 1 } }, "detail.x[0].suffix.equals-ignore-case must be text, got 1"],
  [{ "equals-ignore-case": ["a"] }, 'detail.x[0].equals-ignore-case must be text, got ["a"]'],
  [{ wildcard: "a**" }, 'detail.x[0].wildcard must have no two asterisks in a row, got "a**"'],
  [{ wildcard: String.raw`a\b` }, String.raw`detail.x[0].wildcard must use a backslash only as \* or \\, got "a\\b"`],
  [{ wildcard: "a\\" }, String.raw`detail.x[0].wildcard must use a backslash only as \* or \\, got "a\\"`],
  [{ exists: "true" }, 'detail.x[0].exists must be true or false, got "true"'],
  [{ numeric: 5 }, `detail.x[0].numeric ${RANGE}5`],
  [{ numeric: ["==", 5] }, `detail.x[0].numeric ${RANGE}["==",5]`],
  [{ numeric: ["=", 5, "<", 6] }, `detail.x[0].numeric ${RANGE}["=",5,"<",6]`],
  [{ numeric: ["<", 5, ">", 1] }, `detail.x[0].numeric ${RANGE}["<",5,">",1]`],
  [{ numeric: [">", 5, "<", 5] }, 'detail.x[0].numeric must name the lower end of the range first, got [">",5,"<",5]'],
  [{ numeric: ["=", "5"] }, 'detail.x[0].numeric[1] must be a number from -5000000000 to 5000000000, got "5"'],
  [
    { numeric: [">", 5e9 + 1] },
    "detail.x[0].numeric[1] must be a number from -5000000000 to 5000000000, got 5000000001",
  ],
  [{ cidr: "192.0.2.0" }, 'detail.x[0].cidr must be a network such as 192.0.2.0/24 or 2001:db8::/32, got "192.0.2.0"'],
  [
    { cidr: "example.com/8" },
    'detail.x[0].cidr must be a network such as 192.0.2.0/24 or 2001:db8::/32, got "example.com/8"',
  ],
  [
    { cidr: "0.0.0.0/0" },
    'detail.x[0].cidr must be narrower than all addresses (EventBridge would match IPv4, IPv6 and numbers), got "0.0.0.0/0"',
  ],
  [
    { cidr: "::/0" },
    'detail.x[0].cidr must be narrower than all addresses (EventBridge would match IPv4, IPv6 and numbers), got "::/0"',
  ],
  [
    { cidr: "::ffff:192.0.2.0/120" },
    'detail.x[0].cidr must be a network such as 192.0.2.0/24 or 2001:db8::/32, got "::ffff:192.0.2.0/120"',
  ],
  [
    { cidr: "::ffff:c000:200/120" },
    'detail.x[0].cidr must write an IPv4 address as IPv4 (EventBridge makes one of it), got "::ffff:c000:200"',
  ],
  [{ cidr: "010.0.0.0/8" }, 'detail.x[0].cidr must write addresses without leading zeros, got "010.0.0.0"'],
  ["010.0.0.1", 'detail.x[0] must write addresses without leading zeros, got "010.0.0.1"'],
  [
    "::ffff:c000:207",
    'detail.x[0] must write an IPv4 address as IPv4 (EventBridge makes one of it), got "::ffff:c000:207"',
  ],
  [{ numeric: ["<", 0.1234567] }, "detail.x[0].numeric[1] must have at most six digits after the point, got 0.1234567"],
  [2 ** 53, "detail.x[0] must be a number from -9007199254740991 to 9007199254740991, got 9007199254740992"],
  ["\ud83d", String.raw`detail.x[0] must hold whole characters only, got "\ud83d"`],
  [{ prefix: 'x"' }, String.raw`detail.x[0].prefix must not end with a quotation mark, got "x\""`],
  [
    { "anything-but": { suffix: ['"x'] } },
    String.raw`detail.x[0].anything-but.suffix[0] must not begin with a quotation mark, got "\"x"`,
  ],
  ...["ß", "ı", "İ", "ς", "\u212a", "ǅ", "😀", "ꟁ"].map((letter): [unknown, string] => [
    { "equals-ignore-case": `x${letter}` },
    `detail.x[0].equals-ignore-case must hold no letter whose upper and lower case EventBridge takes for others, got "${letter}"`,
  ]),
  [
    { cidr: "192.0.2.1/32" },
    'detail.x[0].cidr must have fewer than 32 network bits (list a single address itself), got "192.0.2.1/32"',
  ],
  [
    { "anything-but": null },
    "detail.x[0].anything-but must be text or a number from -9007199254740991 to 9007199254740991, got null",
  ],
  [{ "anything-but": [] }, "detail.x[0].anything-but must list at least one value, got []"],
  [{ "anything-but": ["a", 1] }, 'detail.x[0].anything-but must list only texts or only numbers, got ["a",1]'],
  [
    { "anything-but": [true] },
    "detail.x[0].anything-but[0] must be text or a number from -9007199254740991 to 9007199254740991, got true",
  ],
  [
    { "anything-but": { numeric: ["=", 5] } },
    'detail.x[0].anything-but must use one of prefix, suffix, equals-ignore-case, wildcard, got "numeric"',
  ],
  [{ "anything-but": { prefix: "" } }, 'detail.x[0].anything-but.prefix must not be empty, got ""'],
  [{ "anything-but": { suffix: ["a", ""] } }, 'detail.x[0].anything-but.suffix[1] must not be empty, got ""'],
  [
    { "anything-but": { wildcard: ["*", "**"] } },
    'detail.x[0].anything-but.wildcard[1] must have no two asterisks in a row, got "**"',
  ],
])("%j", (entry, message) => expect(inX(entry)).toBe(message));

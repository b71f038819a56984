import fc from "fast-check";

/** Texts that are addresses or numbers to the matcher, letters without one case, numbers at the ends of what it compares. */
const ADDRESSES = [
  ...["10.0.0.1", "010.0.0.01", "10.0.0.9", "10.0.0.15", "16.0.0.1", "192.0.2.7", "192.0.2.255", "42.0.0.1", "1.2.3"],
  ...["255.255.255.255", "::", "::1", "0:0:0:0:0:0:0:1", "2001:db8::1", "2001:DB8::ff", "2a00:1::"],
  ...["c000:207::", "::ffff:192.0.2.7", "::ffff:c000:207", "::192.0.2.7", "fe80::1%eth0", "10.0.0.1/32", "1:2:3", ":"],
];
export const LETTERS = [
  "ß",
  "SS",
  "ss",
  "é",
  "É",
  "i",
  "I",
  "ı",
  "İ",
  "K",
  "k",
  "\u212a",
  "ς",
  "Σ",
  "σ",
  "ǅ",
  "ǆ",
  "µ",
  "😀",
  "??",
];
const TEXTS = [
  ...[
    "",
    "x",
    "y",
    "xy",
    "XY",
    "xyx",
    "us-east-1",
    "US-",
    "dir/x.png",
    "x\ny",
    "\n",
    '"',
    '"x"',
    "x*",
    "*",
    "\\",
    "x\\",
  ],
  ...["5", "1e2", "-0", "true", "null", "大", "a大", "a\u0000b", "N"],
];

export const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 3, arbitrary: fc.constantFrom(...ADDRESSES) },
  { weight: 2, arbitrary: fc.constantFrom(...LETTERS) },
  fc.tuple(fc.constantFrom("x", "é", "a"), fc.constantFrom(...LETTERS)).map((pair) => pair.join("")),
);
export const number = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(-1, 0, 2, 2.5, 5, 100) },
  fc.constantFrom(-0, 1e-7, 0.1, 0.30000000000000004, 301.8, -2.5, 5e9, 5100000000, -5100000000, 111111111111),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, 105, 10000001, 3221226503, 0.1 + 0.7, 1e15, 123456.1234567),
);
export const scalar = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 2, arbitrary: number },
  fc.constantFrom(null, true, false),
);

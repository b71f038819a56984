import fc from "fast-check";
import { denies } from "./helpers";

const VALUES: Readonly<Record<string, string>> = {
  "aws:SourceVpc": "vpc-1",
  "aws:SourceArn": "arn:aws:sns:us-east-1:111111111111:t",
  "sts:DurationSeconds": "900",
  "aws:TokenIssueTime": "2026-01-01",
  "aws:SecureTransport": "true",
  "aws:SourceIp": "192.0.2.0/24",
};
const OPERATORS = {
  "aws:SourceVpc": [
    "StringEquals",
    "StringNotEquals",
    "StringLike",
    "StringNotLike",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "BinaryEquals",
  ],
  "aws:SourceArn": ["ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"],
  "sts:DurationSeconds": ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"].map(
    (name) => `Numeric${name}`,
  ),
  "aws:TokenIssueTime": ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"].map(
    (name) => `Date${name}`,
  ),
  "aws:SecureTransport": ["Bool"],
  "aws:SourceIp": ["IpAddress", "NotIpAddress"],
};
const ALL = Object.entries(OPERATORS).flatMap(([key, names]) => names.map((name): [string, string] => [name, key]));

describe("laws of every operator", () => {
  test.each(ALL)("%s: IfExists holds without the key, ForAllValues too, ForAnyValue never", (name, key) => {
    const value = name === "BinaryEquals" ? "dnBj" : VALUES[key];
    expect(denies({ [`${name}IfExists`]: { [key]: value } })).toBe(true);
    expect(denies({ [`ForAllValues:${name}`]: { [key]: value } })).toBe(true);
    expect(denies({ [`ForAnyValue:${name}`]: { [key]: value } })).toBe(false);
  });

  const free = fc.string({ minLength: 1 }).filter((text) => !/[*?]|\$\{/.test(text));

  test("Like without wildcards equals Equals", () => {
    fc.assert(
      fc.property(free, fc.oneof(free, fc.constant("")), fc.boolean(), (pattern, other, same) => {
        const context = { "aws:UserAgent": same ? pattern : other };
        const like = denies({ StringLike: { "aws:UserAgent": pattern } }, { context });
        expect(like).toBe(denies({ StringEquals: { "aws:UserAgent": pattern } }, { context }));
        expect(like).toBe(context["aws:UserAgent"] === pattern);
      }),
    );
  });

  test("a negated operator is the opposite of its operator on a present key", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string().filter((text) => !text.includes("${")),
          { minLength: 1, maxLength: 3 },
        ),
        fc.string(),
        (values, request) => {
          const holds = (operator: string) =>
            denies({ [operator]: { "aws:UserAgent": values } }, { context: { "aws:UserAgent": request } });
          expect(holds("StringNotLike")).toBe(!holds("StringLike"));
          expect(holds("StringNotEquals")).toBe(!holds("StringEquals"));
          expect(holds("StringNotEqualsIgnoreCase")).toBe(!holds("StringEqualsIgnoreCase"));
        },
      ),
    );
  });

  test("a wildcard in place of any part of a text still matches it", () => {
    fc.assert(
      fc.property(free, fc.nat(), fc.nat(), (text, a, b) => {
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        const pattern = `${text.slice(0, from)}*${text.slice(to)}`;
        fc.pre(!pattern.includes("${"));
        expect(denies({ StringLike: { "aws:UserAgent": pattern } }, { context: { "aws:UserAgent": text } })).toBe(true);
      }),
    );
  });
});

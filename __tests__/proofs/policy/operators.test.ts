import type { Call, ContextValue } from "../../../proofs/policy";
import { denies } from "./helpers";

type Row = [operator: string, key: string, policy: unknown, request: ContextValue, holds: boolean];

const STRING: Row[] = [
  ["StringEquals", "aws:RequestedRegion", "us-east-1", "us-east-1", true],
  ["StringEquals", "aws:RequestedRegion", "us-east-1", "US-EAST-1", false],
  ["StringEquals", "aws:RequestedRegion", "us-*", "us-east-1", false],
  ["StringEquals", "aws:RequestedRegion", ["eu-west-1", "us-east-1"], "us-east-1", true],
  ["StringNotEquals", "aws:RequestedRegion", ["eu-west-1", "us-east-1"], "us-east-1", false],
  ["StringNotEquals", "aws:RequestedRegion", ["eu-west-1", "us-east-1"], "us-west-1", true],
  ["StringEqualsIgnoreCase", "aws:RequestedRegion", "us-east-1", "US-East-1", true],
  ["StringNotEqualsIgnoreCase", "aws:RequestedRegion", "us-east-1", "US-East-1", false],
  ["StringLike", "aws:RequestedRegion", "us-*", "us-east-1", true],
  ["StringLike", "aws:RequestedRegion", "us-????-1", "us-east-1", true],
  ["StringLike", "aws:RequestedRegion", "us-????-1", "us-south-1", false],
  ["StringLike", "aws:UserAgent", "a.b", "axb", false],
  ["StringLike", "aws:UserAgent", "*:*", "a\n:b", true],
  ["StringNotLike", "aws:RequestedRegion", "us-*", "us-east-1", false],
  ["StringLike", "aws:SourceArn", "arn:*:*", "arn:aws:sns:us-east-1:111111111111:t", true],
];

const TOPIC = "arn:aws:sns:us-east-1:111111111111:team:alarms";
const ARN: Row[] = [
  ["ArnLike", "aws:SourceArn", "arn:*:sns:*:111111111111:*", TOPIC, true],
  ["ArnEquals", "aws:SourceArn", "arn:*:sns:*:111111111111:*", TOPIC, true],
  ["ArnLike", "aws:SourceArn", "arn:aws:sns:*:*:TEAM:alarms", TOPIC, false],
  ["ArnLike", "aws:SourceArn", "arn:aws:sns:*:team:alarms", TOPIC, false],
  ["ArnLike", "aws:SourceArn", "arn:aws:sns:us-east-?:*:team*", TOPIC, true],
  ["ArnNotLike", "aws:SourceArn", "arn:aws:sns:*:*:*", TOPIC, false],
  ["ArnNotEquals", "aws:SourceArn", "arn:aws:sqs:*:*:*", TOPIC, true],
];

const NUMERIC: Row[] = [
  ["NumericEquals", "sts:DurationSeconds", "900", 900, true],
  ["NumericEquals", "sts:DurationSeconds", 900, "900.0", true],
  ["NumericNotEquals", "sts:DurationSeconds", "900", 900, false],
  ["NumericLessThan", "sts:DurationSeconds", "900", 900, false],
  ["NumericLessThanEquals", "sts:DurationSeconds", "900", 900, true],
  ["NumericGreaterThan", "sts:DurationSeconds", "90", 900, true],
  ["NumericGreaterThanEquals", "s3:TlsVersion", "1.2", 1.1, false],
];

const DATE: Row[] = [
  ["DateEquals", "aws:TokenIssueTime", "2026-01-01", "2026-01-01T00:00:00Z", true],
  ["DateNotEquals", "aws:TokenIssueTime", "2026-01-01T01:00:00+01:00", "2026-01-01T00:00:00Z", false],
  ["DateLessThan", "aws:TokenIssueTime", "2026-02", "2026-01-31T23:59:59.999Z", true],
  ["DateLessThanEquals", "aws:TokenIssueTime", "1767225600", "2026-01-01T00:00Z", true],
  ["DateGreaterThan", "aws:TokenIssueTime", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", false],
  ["DateGreaterThanEquals", "aws:TokenIssueTime", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", true],
];

const IP: Row[] = [
  ["IpAddress", "aws:SourceIp", "192.0.2.0/24", "192.0.2.77", true],
  ["IpAddress", "aws:SourceIp", "192.0.2.0/24", "192.0.3.1", false],
  ["IpAddress", "aws:SourceIp", "192.0.2.9", "192.0.2.9", true],
  ["IpAddress", "aws:SourceIp", "0.0.0.0/0", "198.51.100.1", true],
  ["IpAddress", "aws:SourceIp", "0.0.0.0/0", "2001:db8::1", false],
  ["IpAddress", "aws:SourceIp", "::/0", "198.51.100.1", false],
  ["IpAddress", "aws:SourceIp", "2001:DB8:1234:5678::/64", "2001:db8:1234:5678:9::1", true],
  ["IpAddress", "aws:SourceIp", "2001:db8::/32", "2001:db9::1", false],
  ["IpAddress", "aws:SourceIp", "::ffff:192.0.2.0/120", "::ffff:c000:207", true],
  ["NotIpAddress", "aws:SourceIp", ["192.0.2.0/24", "203.0.113.0/24"], "203.0.113.5", false],
  ["NotIpAddress", "aws:SourceIp", ["192.0.2.0/24", "203.0.113.0/24"], "198.51.100.1", true],
];

const REST: Row[] = [
  ["Bool", "aws:SecureTransport", "false", false, true],
  ["Bool", "aws:SecureTransport", false, "False", true],
  ["Bool", "aws:SecureTransport", "TRUE", false, false],
  ["BinaryEquals", "aws:UserAgent", "w6TDtg==", "äö", true],
  ["BinaryEquals", "aws:UserAgent", "w6TDtg==", "ao", false],
  ["Null", "aws:SourceVpc", "true", "vpc-1", false],
  ["Null", "aws:SourceVpc", false, "vpc-1", true],
];

describe("operators on a present key", () => {
  test.each([...STRING, ...ARN, ...NUMERIC, ...DATE, ...IP, ...REST])(
    "%s %s %j against %j: %s",
    (operator, key, policy, request, holds) => {
      expect(denies({ [operator]: { [key]: policy } }, { context: { [key]: request } })).toBe(holds);
    },
  );

  test("key names are not case-sensitive, in the policy or in the call", () => {
    expect(denies({ StringEquals: { "AWS:requestedREGION": "x" } }, { context: { "aws:RequestedRegion": "x" } })).toBe(
      true,
    );
    expect(
      denies({ StringEquals: { "aws:PrincipalTag/Team": "x" } }, { context: { "aws:principaltag/team": "x" } }),
    ).toBe(true);
  });

  test("all keys and all operators must hold", () => {
    const condition = {
      StringEquals: { "aws:RequestedRegion": "a", "aws:SourceVpc": "b" },
      Bool: { "aws:SecureTransport": "true" },
    };
    const context = { "aws:RequestedRegion": "a", "aws:SourceVpc": "b", "aws:SecureTransport": true };
    expect(denies(condition, { context })).toBe(true);
    for (const key of Object.keys(context))
      expect(denies(condition, { context: { ...context, [key]: key === "aws:SecureTransport" ? false : "z" } })).toBe(
        false,
      );
  });

  test("aws:EpochTime takes numeric and date operators", () => {
    const at = "2026-01-01T00:00:00.900Z";
    expect(denies({ NumericEquals: { "aws:EpochTime": "1767225600" } }, { at })).toBe(true);
    expect(denies({ DateEquals: { "aws:EpochTime": "2026-01-01" } }, { at })).toBe(true);
  });

  test.each<[string, Partial<Call>]>([
    ["at", { at: "2026-01-01T00:00:00Z" }],
    ["aws:CurrentTime", { context: { "aws:CurrentTime": "2026-01-01T01:00:00+01:00" } }],
    ["aws:CurrentTime in seconds", { context: { "aws:CurrentTime": "1767225600" } }],
    ["aws:EpochTime", { context: { "aws:EpochTime": 1767225600 } }],
  ])("a moment given as %s stands under both keys, in every form", (_form, call) => {
    for (const key of ["aws:CurrentTime", "aws:EpochTime"])
      for (const moment of ["2026-01-01", "2026-01-01T00:00Z", "2025-12-31T23:00:00-01:00", "1767225600"]) {
        expect(denies({ DateEquals: { [key]: moment } }, call)).toBe(true);
        expect(denies({ DateLessThanIfExists: { [key]: moment } }, call)).toBe(false);
        expect(denies({ DateGreaterThanEquals: { [key]: moment } }, call)).toBe(true);
      }
    expect(denies({ NumericEquals: { "aws:EpochTime": "1767225600" } }, call)).toBe(true);
  });

  test("every call has a time, also where nobody says which", () => {
    for (const key of ["aws:CurrentTime", "aws:EpochTime"])
      expect([denies({ Null: { [key]: "true" } }), denies({ Null: { [key]: "false" } })]).toEqual([false, true]);
  });
});

describe("operators on an absent key", () => {
  test.each([
    ["StringEquals", "aws:SourceVpc", "x", false],
    ["StringNotEquals", "aws:SourceVpc", "x", true],
    ["StringNotLike", "aws:SourceVpc", "*", true],
    ["StringNotEqualsIgnoreCase", "aws:SourceVpc", "x", true],
    ["ArnLike", "aws:SourceArn", "arn:*:*:*:*:*", false],
    ["ArnNotLike", "aws:SourceArn", "arn:*:*:*:*:*", true],
    ["NumericNotEquals", "sts:DurationSeconds", "1", true],
    ["NumericLessThan", "sts:DurationSeconds", "1", false],
    ["DateNotEquals", "aws:CurrentTime", "2026-01-01", true],
    ["DateGreaterThan", "aws:CurrentTime", "2026-01-01", false],
    ["IpAddress", "aws:SourceIp", "0.0.0.0/0", false],
    ["NotIpAddress", "aws:SourceIp", "0.0.0.0/0", true],
    ["Bool", "aws:SecureTransport", "false", false],
    ["BinaryEquals", "aws:UserAgent", "", false],
    ["Null", "aws:SourceVpc", "true", true],
    ["Null", "aws:SourceVpc", "false", false],
  ])("%s on %s: %s", (operator, key, value, holds) => {
    expect(denies({ [operator]: { [key]: value } })).toBe(holds);
  });
});

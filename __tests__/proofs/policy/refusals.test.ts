import { parsePolicy } from "../../../proofs/policy";

const parse = (...statements: readonly unknown[]) => parsePolicy({ Version: "2012-10-17", Statement: statements }, "p");
const DENY = { Sid: "S", Effect: "Deny", Action: "*", Resource: "*" };
const KEYS = "(proofs/policy/condition-keys.ts lists them)";

describe("a policy that is not understood is refused", () => {
  test.each<[string, unknown, string]>([
    ["no object", "{}", 'policy p must be a JSON object, got "{}"'],
    ["no version", { Statement: [DENY] }, 'policy p, Version must be "2012-10-17", got nothing'],
    [
      "an old version",
      { Version: "2008-10-17", Statement: [] },
      'policy p, Version must be "2012-10-17", got "2008-10-17"',
    ],
    [
      "no statement",
      { Version: "2012-10-17", Statement: [] },
      "policy p, Statement must hold at least one statement, got []",
    ],
    [
      "a null statement",
      { Version: "2012-10-17", Statement: [null] },
      "policy p, Statement[0] must be a JSON object, got null",
    ],
    [
      "an unknown element",
      { Version: "2012-10-17", Id: "x" },
      'policy p must hold no element but Version, Statement, got "Id"',
    ],
  ])("%s", (_, json, message) => {
    expect(() => parsePolicy(json, "p")).toThrow(new Error(message));
  });

  const elements = "Sid, Effect, Action, NotAction, Resource, NotResource, Condition";
  test.each<[string, unknown, string]>([
    ["Principal", { ...DENY, Principal: "*" }, `statement S must hold no element but ${elements}, got "Principal"`],
    [
      "NotPrincipal",
      { ...DENY, NotPrincipal: "*" },
      `statement S must hold no element but ${elements}, got "NotPrincipal"`,
    ],
    [
      "a misspelt element",
      { Effect: "Deny", action: "*" },
      `statement Statement[0] must hold no element but ${elements}, got "action"`,
    ],
    ["no Effect", { ...DENY, Effect: undefined }, "statement S, Effect must be Allow or Deny, got nothing"],
    ["a lower-case Effect", { ...DENY, Effect: "deny" }, 'statement S, Effect must be Allow or Deny, got "deny"'],
    ["no Action", { ...DENY, Action: undefined }, "statement S must have either Action or NotAction, got nothing"],
    ["both Actions", { ...DENY, NotAction: "s3:*" }, 'statement S must have either Action or NotAction, got "both"'],
    [
      "no Resource",
      { ...DENY, Resource: undefined },
      "statement S must have either Resource or NotResource, got nothing",
    ],
    ["an empty list", { ...DENY, Action: [] }, "statement S, Action must hold at least one value, got []"],
    ["a number", { ...DENY, Action: [1] }, "statement S, Action must hold only text, got 1"],
    [
      "an action without service",
      { ...DENY, Action: "CreateUser" },
      'statement S, Action must be * or service:Name, with wildcards in the name only, got "CreateUser"',
    ],
    [
      "a wildcard service",
      { ...DENY, Action: "*:Get" },
      'statement S, Action must be * or service:Name, with wildcards in the name only, got "*:Get"',
    ],
    ["a Sid that is no text", { ...DENY, Sid: 1 }, "Statement[0], Sid must be text, got 1"],
  ])("%s", (_, statement, message) => {
    expect(() => parse(statement)).toThrow(new Error(`policy p, ${message}`));
  });

  test("a Sid that comes twice", () => {
    expect(() => parse(DENY, DENY)).toThrow(
      new Error('policy p, statement S, Sid must be unique in its policy, got "S"'),
    );
  });

  test.each([
    "arn:aws:s3",
    "arn:*",
    "arn:aws:*",
    "arn:aws:s3*",
    "arn:aws:s3:?",
    "arn:aws:s3:${*}",
    "arn:aws:s3:::",
    "s3:::bucket",
    "arn:aws:*:::x",
    "arn:aws:s3::${aws:PrincipalAccount}:x",
    "arn:aws:s3:::${aws:Unknown}",
    "arn:aws:s3:::${aws:username",
    "arn:aws:s3:::${aws:TagKeys}",
  ])("the resource %s", (resource) => {
    expect(() => parse({ ...DENY, Resource: resource })).toThrow(
      new Error(
        "policy p, statement S, Resource must be * or an ARN of six fields or of fewer that end in *, with no wildcard " +
          `for the service and known single-valued \${…} only after the fifth colon, got ${JSON.stringify(resource)}`,
      ),
    );
  });
});

describe("a condition that is not understood is refused", () => {
  const operator = "must be a documented condition operator, case included";
  const variables = "must hold no ${…} but escapes and known single-valued condition keys";
  const date = "must be a calendar date or time in ISO 8601 (with its zone) or epoch seconds";
  const ip = "must be an address or CIDR block of IPv4 or IPv6";
  test.each<[unknown, string]>([
    [{ StringMatches: { "aws:SourceVpc": "x" } }, `.StringMatches ${operator}, got "StringMatches"`],
    [{ stringEquals: { "aws:SourceVpc": "x" } }, `.stringEquals ${operator}, got "stringEquals"`],
    [{ NullIfExists: { "aws:SourceVpc": "true" } }, `.NullIfExists ${operator}, got "NullIfExists"`],
    [{ "ForAnyValue:Null": { "aws:TagKeys": "true" } }, `.ForAnyValue:Null ${operator}, got "ForAnyValue:Null"`],
    [{ constructor: { "aws:SourceVpc": "x" } }, `.constructor ${operator}, got "constructor"`],
    [
      { StringEquals: { "aws:PrincipalArm": "x" } },
      `.StringEquals must test a known condition key ${KEYS}, got "aws:PrincipalArm"`,
    ],
    [{ StringEquals: { "foo:Bar": "x" } }, `.StringEquals must test a known condition key ${KEYS}, got "foo:Bar"`],
    [
      { StringEquals: { "aws:SecureTransport": "true" } },
      '.StringEquals.aws:SecureTransport must test a key of type String or ARN, got "Bool key"',
    ],
    [{ Bool: { "aws:SourceVpc": "true" } }, '.Bool.aws:SourceVpc must test a key of type Bool, got "String key"'],
    [
      { StringEquals: { "aws:TagKeys": "x" } },
      '.StringEquals.aws:TagKeys must test a multivalued key with ForAllValues: or ForAnyValue:, got "neither"',
    ],
    [{ StringEquals: { "aws:SourceVpc": [] } }, ".StringEquals.aws:SourceVpc must hold at least one value, got []"],
    [{ StringEquals: { "aws:SourceVpc": null } }, ".StringEquals.aws:SourceVpc must hold only text, got null"],
    [
      { StringEquals: { "aws:sourcevpc": "a", "aws:SourceVpc": "b" } },
      '.StringEquals must name each key once (case does not matter), got ["aws:sourcevpc","aws:sourcevpc"]',
    ],
    [
      { StringEquals: { "aws:SourceVpc": "${aws:nope}" } },
      `.StringEquals.aws:SourceVpc ${variables}, got "\${aws:nope}"`,
    ],
    [{ StringEquals: { "aws:SourceVpc": "${" } }, `.StringEquals.aws:SourceVpc ${variables}, got "\${"`],
    [{ Bool: { "aws:SecureTransport": "yes" } }, '.Bool.aws:SecureTransport must be true or false, got "yes"'],
    [
      { Null: { "aws:SourceVpc": "${aws:username}" } },
      '.Null.aws:SourceVpc must be true or false, got "${aws:username}"',
    ],
    [
      { NumericEquals: { "sts:DurationSeconds": "1e3" } },
      '.NumericEquals.sts:DurationSeconds must be a number, got "1e3"',
    ],
    [{ DateLessThan: { "aws:CurrentTime": "2026-02-30" } }, `.DateLessThan.aws:CurrentTime ${date}, got "2026-02-30"`],
    [
      { DateLessThan: { "aws:CurrentTime": "2026-01-01T00:00:00" } },
      `.DateLessThan.aws:CurrentTime ${date}, got "2026-01-01T00:00:00"`,
    ],
    [{ DateLessThan: { "aws:CurrentTime": "2026" } }, `.DateLessThan.aws:CurrentTime ${date}, got "2026"`],
    [{ IpAddress: { "aws:SourceIp": "192.0.2.0/33" } }, `.IpAddress.aws:SourceIp ${ip}, got "192.0.2.0/33"`],
    [{ IpAddress: { "aws:SourceIp": "192.0.2.256" } }, `.IpAddress.aws:SourceIp ${ip}, got "192.0.2.256"`],
    [{ IpAddress: { "aws:SourceIp": "2001:db8:::/32" } }, `.IpAddress.aws:SourceIp ${ip}, got "2001:db8:::/32"`],
    [{ IpAddress: { "aws:SourceIp": "192.0.2.*" } }, `.IpAddress.aws:SourceIp ${ip}, got "192.0.2.*"`],
    [{ BinaryEquals: { "aws:UserAgent": "äö" } }, '.BinaryEquals.aws:UserAgent must be base64, got "äö"'],
    [
      { ArnLike: { "aws:PrincipalArn": "*" } },
      '.ArnLike.aws:PrincipalArn must be an ARN of six colon-separated fields whose ${…} are escapes or known single-valued condition keys, got "*"',
    ],
    [{ StringEquals: "x" }, '.StringEquals must be a JSON object, got "x"'],
    [[], " must be a JSON object, got []"],
  ])("%j", (condition, message) => {
    expect(() => parse({ ...DENY, Condition: condition })).toThrow(
      new Error(`policy p, statement S, Condition${message}`),
    );
  });
});

describe("a resource control policy that AWS would refuse is refused", () => {
  const rcp = { Sid: "S", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" };
  test.each<[unknown, string]>([
    [{ ...rcp, Principal: undefined }, ', Principal must be "*" in a resource control policy, got nothing'],
    [
      { ...rcp, Principal: { AWS: "111111111111" } },
      ', Principal must be "*" in a resource control policy, got {"AWS":"111111111111"}',
    ],
    [
      { ...rcp, Effect: "Allow" },
      ', Effect must be Deny in a resource control policy (AWS keeps RCPFullAWSAccess for allowing), got "Allow"',
    ],
    [{ ...rcp, Action: "*" }, ', Action must name a service that resource control policies reach, got "*"'],
    [
      { ...rcp, Action: ["s3:*", "iam:*"] },
      ', Action must name a service that resource control policies reach, got "iam:*"',
    ],
    [
      { ...rcp, NotAction: "s3:*" },
      ' must hold no element but Sid, Effect, Principal, Action, Resource, NotResource, Condition, got "NotAction"',
    ],
  ])("%j", (statement, message) => {
    const json = { Version: "2012-10-17", Statement: statement };
    expect(() => parsePolicy(json, "p", "RESOURCE_CONTROL_POLICY")).toThrow(
      new Error(`policy p, statement S${message}`),
    );
  });
});

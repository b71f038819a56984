import { evaluate, FULL_AWS_ACCESS, type Call, type Level } from "../../../proofs/policy";
import { admin, MEMBER, rcp, under } from "./helpers";

const call: Call = { principal: admin, action: "s3:GetObject" };

describe("a call that no request could be is refused", () => {
  const known = "must be a known condition key (proofs/policy/condition-keys.ts lists them)";
  test.each<[Partial<Call>, string]>([
    [{ action: "s3:*" }, 'action must be one action, service:Name without wildcards, got "s3:*"'],
    [{ resource: "arn:aws:s3" }, 'resource must be "*" or one ARN, got "arn:aws:s3"'],
    [{ resource: "arn:*:s3:::x" }, 'resource must be "*" or one ARN, got "arn:*:s3:::x"'],
    [{ resourceAccount: "1" }, 'resourceAccount must be 12 digits, got "1"'],
    [{ at: "2026-01-01" }, 'at must be an ISO 8601 time such as 2026-01-31T12:00:00Z, got "2026-01-01"'],
    [{ context: { "aws:Nope": "x" } }, `context aws:Nope ${known}, got "aws:Nope"`],
    [
      { context: { "aws:SourceVpc": ["a"] } },
      'context aws:SourceVpc must hold one value, as AWS documents for this key, got ["a"]',
    ],
    [
      { context: { "aws:SecureTransport": "yes" } },
      'context aws:SecureTransport must hold a value of type Bool, got "yes"',
    ],
    [{ context: { "aws:SourceArn": "x" } }, 'context aws:SourceArn must hold a value of type ARN, got "x"'],
    [
      { context: { "aws:SourceIp": "192.0.2.0/24" } },
      'context aws:SourceIp must hold a value of type IPAddress, got "192.0.2.0/24"',
    ],
    [
      { context: { "sts:DurationSeconds": NaN } },
      'context sts:DurationSeconds must hold a value of type Numeric, got "NaN"',
    ],
    [
      { context: { "aws:TokenIssueTime": "today" } },
      'context aws:TokenIssueTime must hold a value of type Date, got "today"',
    ],
    [
      { context: { "AWS:PrincipalArn": "arn:aws:iam::111111111111:root" } },
      'context AWS:PrincipalArn must be given once; the caller, resourceAccount and at determine theirs, got "arn:aws:iam::111111111111:root"',
    ],
    [{ principal: { type: "root", account: "1" } }, 'principal.account must be 12 digits, got "1"'],
    [
      { principal: { type: "root", account: MEMBER, partition: "*" } },
      'principal.partition must be an AWS partition such as aws-us-gov, got "*"',
    ],
    [
      { principal: { ...admin, path: "x" } as Call["principal"] },
      'principal.path must begin and end with / and hold no wildcard, got "x"',
    ],
  ])("%j", (part, message) => {
    expect(() => evaluate({ ...call, ...part }, under())).toThrow(new Error(message));
  });
});

describe("a path that no organization has is refused", () => {
  const [top, unit, account] = under() as readonly [Level, Level, Level];
  const order = "hierarchy must lead from the root through organizational units to one account";
  const mislabelled = {
    ...rcp("p", { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }),
    type: FULL_AWS_ACCESS.type,
  };
  test.each<[string, readonly Level[], string]>([
    ["no level", [], "hierarchy must hold at least one level, got []"],
    ["the account first", [account, top], `${order}, got ["111111111111","r-ab12"]`],
    ["a unit below an account", [top, account, unit], `${order}, got ["r-ab12","111111111111","ou-ab12-11111111"]`],
    [
      "a level twice",
      [top, unit, unit],
      'hierarchy must hold every level once, got ["r-ab12","ou-ab12-11111111","ou-ab12-11111111"]',
    ],
    [
      "an account level without account id",
      [{ ...account, id: "prod" }],
      'the id of the account level must be 12 digits, got "prod"',
    ],
    [
      "a policy attached as another type",
      [{ ...top, policies: [mislabelled] }],
      'policy p at r-ab12 must be attached as RESOURCE_CONTROL_POLICY, got "SERVICE_CONTROL_POLICY"',
    ],
  ])("%s", (_, levels, message) => {
    expect(() => evaluate(call, levels)).toThrow(new Error(message));
  });

  test("a management account that is no account id", () => {
    expect(() => evaluate(call, under(), { managementAccount: "main" })).toThrow(
      new Error('managementAccount must be 12 digits, got "main"'),
    );
  });
});

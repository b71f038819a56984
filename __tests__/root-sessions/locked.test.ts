import { lockedBy } from "../../root-sessions/unlock/locked";

const BUCKET = {
  partition: "aws",
  account: "444444444444",
  region: "us-east-1",
  arn: "arn:aws:s3:::example",
  mendingCalls: ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"],
};

const DENY = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::example", "arn:aws:s3:::example/*"],
};

const answer = (...statements: readonly object[]) =>
  lockedBy(JSON.stringify({ Version: "2012-10-17", Statement: statements }), BUCKET).answer;

describe("locks everybody out", () => {
  it.each([
    ["a plain Deny", DENY],
    ["Principal AWS *", { ...DENY, Principal: { AWS: "*" } }],
    ["Principal of the account", { ...DENY, Principal: { AWS: ["arn:aws:iam::444444444444:root"] } }],
    ["everything but reading", { ...DENY, Action: undefined, NotAction: "s3:GetObject" }],
    [
      "all but one role",
      { ...DENY, Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::444444444444:role/Gone" } } },
    ],
    ["another organization", { ...DENY, Condition: { StringNotEquals: { "aws:PrincipalAccount": "555555555555" } } }],
  ])("%s", (_what, statement) => expect(answer(statement)).toBe("yes"));

  it("two statements, one for each call", () => {
    const [put, remove] = ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"].map((Action) => ({ ...DENY, Action }));
    expect(answer({ ...put }, { ...remove })).toBe("yes");
    expect(answer({ ...put })).toBe("no");
  });
});

describe("locks nobody out", () => {
  it.each([
    ["what asks for TLS", { ...DENY, Condition: { Bool: { "aws:SecureTransport": "false" } } }],
    ["what is about objects", { ...DENY, Resource: "arn:aws:s3:::example/*" }],
    ["what is about one role", { ...DENY, Principal: { AWS: "arn:aws:iam::444444444444:role/app" } }],
    ["what is about another account", { ...DENY, Principal: { AWS: "555555555555" } }],
    ["an Allow", { ...DENY, Effect: "Allow" }],
    ["what leaves one call open", { ...DENY, Action: ["s3:PutBucketPolicy", "s3:GetObject"] }],
  ])("%s", (_what, statement) => expect(answer(statement)).toBe("no"));
});

describe("may lock out, and says by what", () => {
  it.each([
    ["a network", { ...DENY, Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } } }, /aws:SourceVpce/i],
    [
      "NotPrincipal",
      { ...DENY, Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::444444444444:root" } },
      /whom/,
    ],
    ["an operator of tomorrow", { ...DENY, Condition: { TasteEquals: { "aws:PrincipalArn": "x" } } }, /TasteEquals/],
  ])("%s", (_what, statement, why) => {
    const locked = lockedBy(JSON.stringify({ Version: "2012-10-17", Statement: statement }), BUCKET);
    expect(locked).toEqual({ answer: "perhaps", why: [expect.stringMatching(why)] });
  });

  it("what can mean two things", () => {
    expect(lockedBy('{"Statement": [], "Statement": []}', BUCKET).answer).toBe("perhaps");
    expect(lockedBy("no json", BUCKET).answer).toBe("perhaps");
  });
});

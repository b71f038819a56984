import { evaluate, type Principal } from "../../../proofs/policy";
import { admin, assumedRoot, MEMBER, OTHER, root, scp, under } from "./helpers";

const ROOT_OF_ANY_ACCOUNT = { ArnLike: { "aws:PrincipalArn": "arn:*:iam::*:root" } };
const deny = (condition: object) =>
  scp("deny-root", { Effect: "Deny", Action: "*", Resource: "*", Condition: condition });
const decide = (principal: Principal, condition: object) =>
  evaluate({ principal, action: "s3:ListAllMyBuckets" }, under(deny(condition))).decision;

describe("denying the root user", () => {
  // AWS's example for aws:AssumedRoot: IAM User Guide, Global condition keys.
  const canonical = { ...ROOT_OF_ANY_ACCOUNT, Null: { "aws:AssumedRoot": "true" } };

  test.each<[string, Principal, string]>([
    ["the root user is denied", root, "denied"],
    ["a session from sts:AssumeRoot is allowed", assumedRoot, "allowed"],
    ["a role is allowed", admin, "allowed"],
    ["a user is allowed", { type: "user", account: MEMBER, name: "root" }, "allowed"],
    ["a role named root is allowed", { type: "role", account: MEMBER, name: "root" }, "allowed"],
  ])("with Null aws:AssumedRoot %s", (_, principal, decision) => {
    expect(decide(principal, canonical)).toBe(decision);
  });

  test("without the exemption a session from sts:AssumeRoot is denied too", () => {
    expect(decide(assumedRoot, ROOT_OF_ANY_ACCOUNT)).toBe("denied");
  });

  test("Bool aws:AssumedRoot false never matches the root user, whose request has no such key", () => {
    expect(decide(root, { ...ROOT_OF_ANY_ACCOUNT, Bool: { "aws:AssumedRoot": "false" } })).toBe("allowed");
  });

  test("BoolIfExists aws:AssumedRoot false decides like Null true", () => {
    const equivalent = { ...ROOT_OF_ANY_ACCOUNT, BoolIfExists: { "aws:AssumedRoot": "false" } };
    expect([root, assumedRoot, admin].map((who) => decide(who, equivalent))).toEqual(["denied", "allowed", "allowed"]);
  });

  test.each(["aws", "aws-us-gov", "aws-cn", "aws-eusc"])(
    "arn:*:iam::*:root reaches the root user in %s",
    (partition) => {
      expect(decide({ ...root, partition } as Principal, ROOT_OF_ANY_ACCOUNT)).toBe("denied");
    },
  );

  test.each(["aws-us-gov", "aws-cn"])("arn:aws:iam::*:root reaches nobody in %s", (partition) => {
    const commercial = { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } };
    expect(decide({ ...root, partition } as Principal, commercial)).toBe("allowed");
  });

  test("the older StringLike form reaches the root user", () => {
    expect(decide(root, { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } })).toBe("denied");
  });
});

describe("a dated exception for one root user", () => {
  const own = `arn:*:iam::${MEMBER}:root`;
  const dated = scp(
    "deny-root",
    {
      Sid: "DenyRoot",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: {
        ...ROOT_OF_ANY_ACCOUNT,
        ArnNotLike: { "aws:PrincipalArn": own },
        Null: { "aws:AssumedRoot": "true" },
      },
    },
    {
      Sid: "RearmRoot",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: {
        ArnLike: { "aws:PrincipalArn": own },
        DateGreaterThan: { "aws:CurrentTime": "2026-03-01T00:00:00Z" },
        Null: { "aws:AssumedRoot": "true" },
      },
    },
  );
  const at = (when: string, principal: Principal = root) =>
    evaluate({ principal, action: "s3:PutBucketVersioning", at: when }, under(dated).slice(0, 2));

  test("lets the exempt root user work before the date", () => {
    expect(at("2026-02-28T23:59:59Z").decision).toBe("allowed");
  });

  test("denies it again after the date, by the second statement", () => {
    expect(at("2026-03-01T00:00:01Z")).toMatchObject({ decision: "denied", statement: "RearmRoot" });
  });

  test("compares moments, not texts: one o'clock in Berlin is midnight in UTC", () => {
    expect(at("2026-03-01T00:59:59+01:00").decision).toBe("allowed");
    expect(at("2026-03-01T01:00:01+01:00").decision).toBe("denied");
  });

  test("denies the root users of other accounts at any time", () => {
    const other: Principal = { type: "root", account: OTHER };
    expect(at("2026-02-01T00:00:00Z", other)).toMatchObject({ decision: "denied", statement: "DenyRoot" });
  });

  test("leaves root sessions and roles alone at any time", () => {
    for (const who of [assumedRoot, admin]) expect(at("2026-04-01T00:00:00Z", who).decision).toBe("allowed");
  });
});

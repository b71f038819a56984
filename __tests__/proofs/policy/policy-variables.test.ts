import { evaluate, type Call, type Principal } from "../../../proofs/policy";
import { denies, MEMBER, scp, under } from "./helpers";

const jane: Principal = { type: "user", account: MEMBER, name: "jane" };
const reaches = (element: "Resource" | "NotResource", arn: string, call: Partial<Call>) =>
  evaluate(
    { principal: jane, action: "s3:GetObject", ...call },
    under(scp("p", { Effect: "Deny", Action: "*", [element]: arn })),
  ).decision === "denied";

describe("policy variables", () => {
  test("a variable in a resource stands for the caller's value", () => {
    const home = "arn:aws:s3:::homes/${aws:username}/*";
    expect(reaches("Resource", home, { resource: "arn:aws:s3:::homes/jane/a" })).toBe(true);
    expect(reaches("Resource", home, { resource: "arn:aws:s3:::homes/joe/a" })).toBe(false);
  });

  test("a resource with a variable without value is no resource at all", () => {
    const team = "arn:aws:s3:::homes/${aws:PrincipalTag/team}/*";
    expect(reaches("Resource", team, { resource: "arn:aws:s3:::homes//a" })).toBe(false);
    expect(reaches("NotResource", team, { resource: "arn:aws:s3:::homes//a" })).toBe(true);
  });

  test("a default stands in for a value that is not there", () => {
    const condition = { StringEquals: { "aws:RequestedRegion": "${aws:PrincipalTag/home, 'eu-west-1'}" } };
    expect(denies(condition, { context: { "aws:RequestedRegion": "eu-west-1" } })).toBe(true);
    const context = { "aws:RequestedRegion": "eu-west-1", "aws:PrincipalTag/home": "us-east-1" };
    expect(denies(condition, { context })).toBe(false);
  });

  test("without value or default nothing is equal or like, so only negated operators hold", () => {
    const context = { "aws:ResourceTag/team": "blue" };
    const against = (operator: string) =>
      denies({ [operator]: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } }, { context });
    expect(["StringEquals", "StringLike", "StringNotEquals", "StringNotLike"].map(against)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test("a variable works in a field of an ARN", () => {
    const condition = { ArnLike: { "aws:SourceArn": "arn:*:sns:*:${aws:PrincipalAccount}:*" } };
    const topic = (account: string) => ({ context: { "aws:SourceArn": `arn:aws:sns:us-east-1:${account}:t` } });
    expect(denies(condition, topic(MEMBER))).toBe(true);
    expect(denies(condition, topic("222222222222"))).toBe(false);
  });

  test("a wildcard in the value of a variable is plain text", () => {
    const condition = { StringLike: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } };
    const tags = (principal: string, resource: string) => ({
      context: { "aws:PrincipalTag/team": principal, "aws:ResourceTag/team": resource },
    });
    expect(denies(condition, tags("*", "blue"))).toBe(false);
    expect(denies(condition, tags("*", "*"))).toBe(true);
  });

  test.each([
    ["${*}", "*", "x"],
    ["${?}", "?", "x"],
    ["a${$}b", "a$b", "ab"],
  ])("the escape in %s is the character itself", (pattern, same, other) => {
    const like = (value: string) =>
      denies({ StringLike: { "aws:UserAgent": pattern } }, { context: { "aws:UserAgent": value } });
    expect([like(same), like(other)]).toEqual([true, false]);
  });
});

import { evaluate } from "../../../proofs/policy";
import { admin, scp, under } from "./helpers";

const decide = (statement: object, action: string, resource?: string, context = {}) =>
  evaluate(
    { principal: admin, action, context, ...(resource === undefined ? {} : { resource }) },
    under(scp("p", { Effect: "Deny", Resource: "*", ...statement })),
  ).decision;
const TRAIL = "arn:aws:cloudtrail:eu-central-1:111111111111:trail/org-trail";

describe("actions", () => {
  test.each([
    ["iam:CreateAccessKey", "iam:CreateAccessKey", "denied"],
    ["IAM:createaccesskey", "iam:CreateAccessKey", "denied"],
    ["iam:*AccessKey*", "iam:UpdateAccessKey", "denied"],
    ["iam:Create?ser", "iam:CreateUser", "denied"],
    ["iam:Create?ser", "iam:CreateUsers", "allowed"],
    ["iam:Create", "iam:CreateUser", "allowed"],
    ["*", "iam:CreateUser", "denied"],
    ["iam:*", "sts:AssumeRole", "allowed"],
  ])("Action %s against %s: %s", (Action, action, decision) => {
    expect(decide({ Action }, action)).toBe(decision);
  });

  // Organizations User Guide, SCP examples: deny access to AWS based on the requested Region.
  const region = {
    NotAction: ["iam:*", "organizations:*", "sts:*", "support:*"],
    Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] } },
  };
  test.each([
    ["another region is denied", "ec2:RunInstances", { "aws:RequestedRegion": "us-west-2" }, "denied"],
    ["a governed region is allowed", "ec2:RunInstances", { "aws:RequestedRegion": "eu-west-1" }, "allowed"],
    ["an action in NotAction is allowed anywhere", "iam:CreateUser", { "aws:RequestedRegion": "us-east-1" }, "allowed"],
    ["a request without a region is denied", "ec2:RunInstances", {}, "denied"],
  ])("the NotAction region deny: %s", (_, action, context, decision) => {
    expect(decide(region, action, undefined, context)).toBe(decision);
  });
});

describe("resources", () => {
  test.each([
    ["*", TRAIL, "denied"],
    ["arn:*:cloudtrail:*:*:trail/org-trail", TRAIL, "denied"],
    ["arn:*:cloudtrail:*:*:trail/ORG-TRAIL", TRAIL, "allowed"],
    ["arn:*:cloudtrail:*:*:trail/org-?rail", TRAIL, "denied"],
    ["arn:*:cloudtrail:*:*:trail/org", TRAIL, "allowed"],
    ["arn:aws:cloudtrail:eu-*-1:*:*", TRAIL, "denied"],
    ["arn:aws:logs:*:*:log-group:org:*", "arn:aws:logs:us-east-1:111111111111:log-group:org:log-stream:a", "denied"],
    ["arn:aws:s3:::logs/*", "arn:aws:s3:::logs/a/b.json", "denied"],
    ["arn:aws:s3:::logs/*", "arn:aws:s3:::logs", "allowed"],
  ])("Resource %s against %s: %s", (Resource, resource, decision) => {
    expect(decide({ Action: "*", Resource }, "cloudtrail:StopLogging", resource)).toBe(decision);
  });

  test("a * that ends a field may reach past the colon, one inside a field may not", () => {
    const arn = "arn:aws:sns:us-east-1:111111111111:alarms:sub";
    const reached = (Resource: string) => decide({ Action: "*", Resource }, "sns:Publish", arn);
    expect(reached("arn:aws:sns:*:alarms:s*")).toBe("denied");
    expect(reached("arn:aws:sns:us*1:alarms:s*")).toBe("allowed");
    expect(reached("arn:aws:sns:us-*-1:1*1:alarms:s?b")).toBe("denied");
  });

  test.each([
    ["arn:aws:s3:*", "arn:aws:s3:::logs/a", "denied"],
    ["arn:aws:s3:*", "arn:aws:s3express:us-east-1:111111111111:bucket/b", "allowed"],
    ["arn:aws:iam::*", "arn:aws:iam::111111111111:role/a:b", "denied"],
    ["arn:aws:iam::1111*", "arn:aws:iam::111111111111:role/a", "denied"],
    ["arn:aws:iam::2222*", "arn:aws:iam::111111111111:role/a", "allowed"],
    ["arn:*:sns:us-*", "arn:aws-cn:sns:us-east-1:111111111111:t", "denied"],
    ["arn:aws:iam::*", "*", "allowed"],
  ])("a Resource of few fields that ends in *: %s against %s: %s", (Resource, resource, decision) => {
    expect(decide({ Action: "*", Resource }, "s3:GetObject", resource)).toBe(decision);
    const spared = { Action: "*", Resource: undefined, NotResource: Resource };
    expect(decide(spared, "s3:GetObject", resource)).not.toBe(decision);
  });

  test("NotResource spares what it names and nothing else", () => {
    const statement = { Action: "*", Resource: undefined, NotResource: "arn:aws:s3:::open/*" };
    expect(decide(statement, "s3:GetObject", "arn:aws:s3:::open/x")).toBe("allowed");
    expect(decide(statement, "s3:GetObject", "arn:aws:s3:::closed/x")).toBe("denied");
  });

  test("a call on no specific resource is reached by * only", () => {
    expect(decide({ Action: "*", Resource: "arn:aws:s3:::*" }, "s3:ListAllMyBuckets")).toBe("allowed");
    expect(decide({ Action: "*", Resource: "*" }, "s3:ListAllMyBuckets")).toBe("denied");
    const spared = { Action: "*", Resource: undefined, NotResource: "arn:aws:s3:::*" };
    expect(decide(spared, "s3:ListAllMyBuckets")).toBe("denied");
  });
});

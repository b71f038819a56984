import { blueprintOf, configWarnings, parseConfig } from "../../../config";
import { changed, problemsOf } from "../expectations";

const guard = (Action: string, Condition?: object, targets = ["root"]) => {
  const statement = { Sid: "Guard", Effect: "Deny", Principal: "*", Action, Resource: "*" };
  const policy = {
    Version: "2012-10-17",
    Statement: [Condition === undefined ? statement : { ...statement, Condition }],
  };
  return changed({ "guardrails.files": [{ name: "guard", type: "RESOURCE_CONTROL_POLICY", policy, targets }] });
};

const warningsOf = (config: unknown): readonly string[] =>
  configWarnings(blueprintOf(parseConfig(config)))
    .map((warning) => JSON.stringify(warning))
    .filter((text) => text.includes("guard "));

const OURS = { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorgid" } };
const PERIMETER = { ...OURS, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };

test("a policy that stops every sign-in by SAML stops break glass", () => {
  expect(problemsOf(guard("sts:AssumeRoleWithSAML"))).toEqual([
    'guardrails.files[0] must let whoever signs in to the permission set BreakGlass in 222222222222 through: statement Guard denies sts:AssumeRoleWithSAML, so nobody can open a root session that way, got "guard"',
  ]);
});

test.each([
  ["a perimeter over all of STS", guard("sts:*", PERIMETER), "aws:PrincipalIsAWSService"],
  ["a perimeter over the sign-in", guard("sts:AssumeRoleWithSAML", OURS), "aws:PrincipalOrgID"],
])("%s is named: it may stop the sign-in", (_what, config, key) => {
  expect(warningsOf(config)).toEqual([
    expect.stringMatching(new RegExp(`depending on ${key}.*sts:AssumeRoleWithSAML by whoever signs in`)),
  ]);
});

test.each([
  ["a perimeter over roles that become others", guard("sts:AssumeRole", PERIMETER)],
  ["one in another account", guard("sts:*", PERIMETER, ["444444444444"])],
  ["one over another way to sign in", guard("sts:AssumeRoleWithWebIdentity")],
])("%s is accepted in silence", (_what, config) => {
  expect(warningsOf(config)).toEqual([]);
});

const USERS = "arn:aws:iam::*:user/*";

test.each([
  ["signin:Authenticate", { ArnLike: { "signin:PrincipalArn": USERS } }],
  ["signin:AuthorizeOAuth2Access", { ArnLike: { "aws:PrincipalArn": USERS } }],
  ["signin:*", { StringNotEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } }],
])("a policy over %s that keeps IAM users out of the console keeps break glass out", (action, condition) => {
  expect(problemsOf(guard(action, condition))).toEqual([
    expect.stringMatching(
      /^guardrails\.files\[0\] must let the sign-in of the break-glass user arn:aws:iam::222222222222:user\/break-glass through: /,
    ),
  ]);
});

test("a sign-in from the office only may keep break glass out", () => {
  const office = { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } };
  expect(warningsOf(guard("signin:Authenticate", office))).toEqual([
    expect.stringMatching(/depending on aws:SourceIp.*signin:Authenticate by the sign-in of the break-glass user/),
  ]);
});

test.each([
  ["root users", { ArnLike: { "signin:PrincipalArn": "arn:aws:iam::*:root" } }],
  ["another user", { ArnEquals: { "signin:PrincipalArn": "arn:aws:iam::222222222222:user/ci" } }],
  ["users but the one", { ArnNotLike: { "signin:PrincipalArn": "arn:aws:iam::222222222222:user/break-glass" } }],
])("a policy that keeps out %s keeps out nobody who must get in", (_who, condition) => {
  const config = guard("signin:Authenticate", condition);
  expect(problemsOf(config)).toEqual([]);
  expect(warningsOf(config)).toEqual([]);
});

import { absentFrom, decide, describe as said, parsePolicy, type Call, type Level } from "../../../proofs/policy";

const ROLE = { type: "role", account: "222222222222", name: "Admin", organization: "o-exampleorgid" } as const;

const level = (...statements: readonly object[]): Level => {
  const listed = statements.map((statement) => ({ Resource: "*", ...statement }));
  const document = parsePolicy({ Version: "2012-10-17", Statement: listed }, "team");
  return { kind: "root", id: "root", policies: [{ name: "team", type: document.type, document }] };
};

const ALLOW = { Sid: "A", Effect: "Allow", Action: "*" };
const deny = (Condition: object, more: object = {}) => ({
  Sid: "D",
  Effect: "Deny",
  Action: "ec2:*",
  Condition,
  ...more,
});

const decided = (levels: readonly Level[], more: Partial<Call> = {}, absent: readonly string[] = []) => {
  const call: Call = { principal: ROLE, action: "ec2:RunInstances", ...more };
  return decide(call, levels, absentFrom(call.principal, absent));
};

const IP = deny({ IpAddress: { "aws:SourceIp": "192.0.2.0/24" } });

test("a deny by a value that nobody gave leaves the call undecided, and names statement, policy and key", () => {
  const verdict = decided([level(ALLOW, IP)]);
  expect(verdict).toMatchObject({ decision: "undecided", policy: "team", statement: "D", keys: ["aws:sourceip"] });
  expect(said(verdict)).toBe(
    "undecided: statement D of service control policy team at the root denies the call or not, depending on aws:SourceIp, which the call does not give",
  );
});

test("the value decides, and so does its absence", () => {
  expect(decided([level(ALLOW, IP)], { context: { "aws:SourceIp": "192.0.2.7" } }).decision).toBe("denied");
  expect(decided([level(ALLOW, IP)], { context: { "aws:SourceIp": "198.51.100.7" } }).decision).toBe("allowed");
  expect(decided([level(ALLOW, IP)], {}, ["aws:sourceip"]).decision).toBe("allowed");
});

test.each([
  ["another action", { Action: "s3:*" }],
  ["another resource", { Resource: "arn:aws:ec2:*:*:volume/*" }],
])("a statement about %s leaves nothing open", (_title, more) => {
  const call = { resource: "arn:aws:ec2:us-east-1:222222222222:instance/i-1" };
  expect(decided([level(ALLOW, deny({ IpAddress: { "aws:SourceIp": "192.0.2.0/24" } }, more))], call).decision).toBe(
    "allowed",
  );
});

test("a certain deny goes before what is open", () => {
  expect(decided([level(ALLOW, IP, { Sid: "E", Effect: "Deny", Action: "ec2:Run*" })])).toMatchObject({
    decision: "denied",
    statement: "E",
  });
});

test("what the kind of caller never carries is known to be absent", () => {
  const assumed = deny({ Bool: { "aws:AssumedRoot": "true" } });
  expect(decided([level(ALLOW, assumed)]).decision).toBe("allowed");
  const named = deny({ StringLike: { "aws:username": "*" } });
  expect(decided([level(ALLOW, named)]).decision).toBe("allowed");
  const tagged = deny({ StringLike: { "aws:PrincipalTag/team": "*" } });
  expect(decided([level(ALLOW, tagged)])).toMatchObject({ keys: ["aws:principaltag/team"] });
});

test("a policy variable is a value too", () => {
  const own = deny({ StringEquals: { "aws:PrincipalAccount": "${aws:PrincipalTag/account}" } });
  expect(decided([level(ALLOW, own)])).toMatchObject({ decision: "undecided", keys: ["aws:principaltag/account"] });
  const resource = {
    Sid: "D",
    Effect: "Deny",
    Action: "ec2:*",
    Resource: "arn:aws:ec2:*:*:instance/${aws:PrincipalTag/i}",
  };
  expect(
    decided([level(ALLOW, resource)], { resource: "arn:aws:ec2:us-east-1:222222222222:instance/i-1" }),
  ).toMatchObject({
    keys: ["aws:principaltag/i"],
  });
});

test("an allow that asks for such a value is open, unless another one allows", () => {
  const open = { Sid: "O", Effect: "Allow", Action: "*", Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1" } } };
  expect(decided([level(open)])).toMatchObject({
    decision: "undecided",
    reason: "an allow may not apply",
    statement: "O",
  });
  expect(decided([level(open, ALLOW)]).decision).toBe("allowed");
});

test("whom no policy binds, no value holds back", () => {
  const call: Call = { principal: ROLE, action: "ec2:RunInstances" };
  expect(decide(call, [level(ALLOW, IP)], absentFrom(ROLE), { managementAccount: "222222222222" }).decision).toBe(
    "not bound",
  );
});

import { describe as sentence, evaluate, FULL_AWS_ACCESS, type Level, type Principal } from "../../../proofs/policy";
import { admin, MANAGEMENT, MEMBER, OTHER, root, scp, under } from "./helpers";

const denyAll = scp("deny-all", { Sid: "DenyAll", Effect: "Deny", Action: "*", Resource: "*" });
const call = { principal: admin, action: "s3:ListAllMyBuckets" };
const [top, unit, account] = under() as readonly [Level, Level, Level];
const without = (level: Level): Level => ({ ...level, policies: [] });

describe("policies on the way down", () => {
  test("a call that every level allows is allowed", () => {
    expect(evaluate(call, under())).toEqual({ decision: "allowed", reason: "allowed at every level" });
  });

  test.each([
    ["root", [without(top), unit, account], top.id],
    ["organizational unit", [top, without(unit), account], unit.id],
    ["account", [top, unit, without(account)], account.id],
  ] as const)("a missing allow at the %s denies", (_, levels, id) => {
    expect(evaluate(call, levels)).toMatchObject({ decision: "denied", reason: "no allow at level", level: { id } });
  });

  test.each([
    ["root", 0],
    ["organizational unit", 1],
    ["account", 2],
  ])("a deny at the %s is inherited", (_, where) => {
    const levels = under().map((level, index) =>
      index === where ? { ...level, policies: [FULL_AWS_ACCESS, denyAll] } : level,
    );
    expect(evaluate(call, levels)).toMatchObject({
      decision: "denied",
      reason: "explicit deny",
      level: { id: levels[where]?.id },
    });
  });

  test("an allow list in place of FullAWSAccess lets only its actions through", () => {
    const list = { ...unit, policies: [scp("allow-s3", { Effect: "Allow", Action: "s3:*", Resource: "*" })] };
    expect(evaluate(call, [top, list, account]).decision).toBe("allowed");
    expect(evaluate({ ...call, action: "ec2:RunInstances" }, [top, list, account]).decision).toBe("denied");
  });

  test("two allow lists on the way down leave what both allow", () => {
    const list = (action: string) => scp(`allow-${action}`, { Effect: "Allow", Action: action, Resource: "*" });
    const levels = [top, { ...unit, policies: [list("s3:*")] }, { ...account, policies: [list("s3:Get*")] }];
    expect(evaluate({ ...call, action: "s3:GetObject" }, levels).decision).toBe("allowed");
    expect(evaluate({ ...call, action: "s3:PutObject" }, levels).decision).toBe("denied");
  });

  test("the first deny from the top is the one that is named", () => {
    const levels = under(denyAll).map((level) => ({ ...level, policies: [...level.policies, denyAll] }));
    expect(evaluate(call, levels)).toMatchObject({ level: { id: top.id }, policy: "deny-all", statement: "DenyAll" });
  });
});

describe("who is not bound", () => {
  test.each<[string, Principal, string]>([
    ["the root user of the management account", { type: "root", account: MANAGEMENT }, "management account"],
    [
      "a service-linked role",
      { type: "service-linked-role", account: MEMBER, name: "AWSServiceRoleForX" },
      "service-linked role",
    ],
    ["an AWS service", { type: "service", service: "cloudtrail.amazonaws.com" }, "service principal"],
    ["a caller who has not signed in", { type: "unauthenticated" }, "unauthenticated caller"],
    ["a principal of an account elsewhere in the tree", { type: "root", account: OTHER }, "other account"],
  ])("%s", (_, principal, reason) => {
    const verdict = evaluate({ ...call, principal }, under(denyAll), { managementAccount: MANAGEMENT });
    expect(verdict).toEqual({ decision: "not bound", reason });
  });

  test("a path that ends above accounts is the path of any account", () => {
    const principal: Principal = { type: "root", account: OTHER };
    expect(evaluate({ ...call, principal }, under(denyAll).slice(0, 2)).decision).toBe("denied");
  });
});

describe("verdicts in words", () => {
  test("name statement, policy and level of a deny", () => {
    expect(sentence(evaluate(call, under(denyAll)))).toBe(
      "denied by statement DenyAll of service control policy deny-all at organizational unit Workloads (ou-ab12-11111111)",
    );
  });

  test("name a statement without Sid by its place", () => {
    const nameless = scp(
      "p",
      { Effect: "Deny", Action: "ec2:*", Resource: "*" },
      { Effect: "Deny", Action: "*", Resource: "*" },
    );
    expect(evaluate(call, under(nameless)).statement).toBe("Statement[1]");
  });

  test("name the level that allows nothing", () => {
    expect(sentence(evaluate(call, [without(top), unit, account]))).toBe(
      "denied because no service control policy at the root r-ab12 allows the call",
    );
    expect(sentence(evaluate(call, [top, unit, without(account)]))).toBe(
      "denied because no service control policy at account 111111111111 allows the call",
    );
  });

  test("say that a call passes, or why it is not judged", () => {
    expect(sentence(evaluate(call, under()))).toBe("allowed: no policy at any level holds the call back");
    expect(sentence(evaluate({ ...call, principal: root }, under(denyAll), { managementAccount: MEMBER }))).toBe(
      "not bound: no policy binds the management account",
    );
  });
});

import { evaluate, type Principal } from "../../../proofs/policy";
import { MEMBER, OTHER, scp, under } from "./helpers";

const protect = (exempt: string) =>
  scp("protect", {
    Effect: "Deny",
    Action: "guardduty:DeleteDetector",
    Resource: "*",
    Condition: { ArnNotLike: { "aws:PrincipalArn": exempt } },
  });
const decide = (principal: Principal, exempt: string) =>
  evaluate({ principal, action: "guardduty:DeleteDetector" }, under(protect(exempt)).slice(0, 2)).decision;
const role = (name: string, account = MEMBER, path?: string): Principal =>
  path === undefined ? { type: "role", account, name } : { type: "role", account, name, path };

describe("exempting a role from a deny", () => {
  test.each([
    ["arn:*:iam::*:role/stacksets-exec-*", "stacksets-exec-evil"],
    ["arn:*:iam::*:role/OrgPipeline", "OrgPipeline"],
  ])("%s is a bypass: whoever may create a role named %s in a member account is exempt", (exempt, name) => {
    expect(decide(role(name), exempt)).toBe("allowed");
  });

  test("an account id in the exemption keeps roles of the same name in other accounts bound", () => {
    const exempt = `arn:*:iam::${MEMBER}:role/OrgPipeline`;
    expect(decide(role("OrgPipeline"), exempt)).toBe("allowed");
    expect(decide(role("OrgPipeline", OTHER), exempt)).toBe("denied");
  });

  test("aws:PrincipalArn of a session is the ARN of its role with the path, without the session", () => {
    const sso = role("AWSReservedSSO_Admin_1", MEMBER, "/aws-reserved/sso.amazonaws.com/");
    expect(decide(sso, "arn:*:iam::*:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_*")).toBe("allowed");
    expect(decide(sso, "arn:*:sts::*:assumed-role/AWSReservedSSO_Admin_1/*")).toBe("denied");
    expect(decide(sso, "arn:*:iam::*:role/AWSReservedSSO_Admin_*")).toBe("denied");
  });

  test("a role cannot fake a path by its name", () => {
    expect(() => decide(role("aws-reserved/x"), "arn:*:iam::*:role/aws-reserved/*")).toThrow(
      'principal.name must be an IAM name without path or wildcard, got "aws-reserved/x"',
    );
  });

  test("a wildcard does not reach over a colon into the resource", () => {
    expect(decide(role("Admin"), "arn:*:iam::*:*:role/Admin")).toBe("denied");
  });
});

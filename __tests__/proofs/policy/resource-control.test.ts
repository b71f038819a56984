import { describe as sentence, evaluate, RCP_FULL_AWS_ACCESS, type Call, type Principal } from "../../../proofs/policy";
import { MANAGEMENT, MEMBER, OTHER, rcp, root, under } from "./helpers";

const ROOT = { ArnLike: { "signin:PrincipalArn": "arn:aws:iam::*:root" } };
const everyone = { Effect: "Deny", Principal: "*", Resource: "*" };
const signIn = rcp("deny-root-sign-in", {
  ...everyone,
  Sid: "DenyRootPreAuth",
  Action: "signin:Authenticate",
  Condition: ROOT,
});
const outsiders = rcp("org-only", {
  ...everyone,
  Sid: "OrgOnly",
  Action: "s3:*",
  Condition: {
    StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-example123" },
    BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
  },
});
const levels = under(RCP_FULL_AWS_ACCESS, signIn, outsiders);
const read = (principal: Principal, resourceAccount: string, action = "s3:GetObject"): Call => ({
  principal,
  action,
  resourceAccount,
});
const judge = (call: Call) => evaluate(call, levels, { managementAccount: MANAGEMENT });

describe("resource control policies", () => {
  test("stop the root user before the password prompt, where aws:PrincipalArn is absent", () => {
    const call: Call = {
      principal: { type: "unauthenticated" },
      action: "signin:Authenticate",
      resourceAccount: MEMBER,
      context: { "signin:PrincipalArn": `arn:aws:iam::${MEMBER}:root` },
    };
    expect(sentence(judge(call))).toBe(
      "denied by statement DenyRootPreAuth of resource control policy deny-root-sign-in at organizational unit Workloads (ou-ab12-11111111)",
    );
  });

  test("bind callers of any account, the management account included, by the owner of the resource", () => {
    for (const account of [OTHER, MANAGEMENT])
      expect(judge(read({ type: "root", account }, MEMBER))).toMatchObject({
        decision: "denied",
        statement: "OrgOnly",
      });
    expect(judge(read({ type: "root", account: MEMBER, organization: "o-example123" }, MEMBER)).decision).toBe(
      "allowed",
    );
  });

  test("do not follow the caller to the resources of another account", () => {
    expect(judge(read(root, OTHER)).decision).toBe("allowed");
    expect(judge(read(root, MANAGEMENT)).decision).toBe("allowed");
  });

  test("do not bind service-linked roles, and bind services as far as the policy says", () => {
    const linked: Principal = { type: "service-linked-role", account: OTHER, name: "AWSServiceRoleForX" };
    expect(judge(read(linked, MEMBER))).toEqual({ decision: "not bound", reason: "service-linked role" });
    expect(judge(read({ type: "service", service: "cloudtrail.amazonaws.com" }, MEMBER)).decision).toBe("allowed");
  });

  test("allow nothing in place of a service control policy", () => {
    const bare = levels.map((level) => ({ ...level, policies: [RCP_FULL_AWS_ACCESS] }));
    expect(evaluate(read(root, OTHER), bare)).toMatchObject({ decision: "denied", reason: "no allow at level" });
  });

  test("cannot restrict kms:RetireGrant", () => {
    const deny = under(rcp("p", { ...everyone, Action: "kms:*" }));
    expect(evaluate(read(root, MEMBER, "kms:RetireGrant"), deny).decision).toBe("allowed");
    expect(evaluate(read(root, MEMBER, "kms:Decrypt"), deny).decision).toBe("denied");
  });

  test("leave the resources of the management account alone", () => {
    const own: Call = read({ type: "root", account: OTHER }, MEMBER);
    expect(evaluate(own, levels, { managementAccount: MEMBER })).toEqual({
      decision: "not bound",
      reason: "other account",
    });
  });
});

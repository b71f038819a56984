import type { BaselineConfig } from "../../config";
import { configuration, withRootAccess } from "../support/configuration";
import { example } from "../support/examples";
import { permits, trusts } from "../support/judge";
import { stack } from "../support/synth";
import { at, ofType } from "../support/terraform";

const rootAccess = (config: BaselineConfig) => stack(config, "root-access");
const SECURITY = "222222222222";
const MEMBER_ROOT = "arn:aws:iam::444444444444:root";

interface Checks {
  readonly lifecycle: { readonly postcondition: readonly { condition: string; error_message: string }[] };
}
const checksOf = (config: BaselineConfig, address: string) =>
  (at(rootAccess(config), `data.${address}`) as unknown as Checks).lifecycle.postcondition;

describe("features", () => {
  test("those that are chosen are switched on from the management account", () => {
    const body = at(rootAccess(configuration()), "aws_iam_organizations_features.root-features");
    expect(body["enabled_features"]).toEqual(["RootCredentialsManagement", "RootSessions"]);
    expect(body["provider"]).toBe("aws.management-us-east-1");
  });

  test("the security account becomes their administrator", () => {
    const address = "aws_organizations_delegated_administrator.root-administrator-registration";
    expect(at(rootAccess(configuration()), address)).toMatchObject({
      account_id: SECURITY,
      service_principal: "iam.amazonaws.com",
    });
  });

  test("use: neither is touched, and the administrator must be registered already", () => {
    const used = withRootAccess({ mode: "use" });
    expect(ofType(rootAccess(used), "aws_iam_organizations_features")).toEqual({});
    expect(ofType(rootAccess(used), "aws_organizations_delegated_administrator")).toEqual({});
    const address = "aws_organizations_delegated_administrators.root-administrator_live";
    expect(checksOf(configuration(), address)).toHaveLength(1);
    expect(checksOf(used, address).map(({ condition }) => condition)).toEqual([
      `\${length([for account in self.delegated_administrators : account.id if account.id != "${SECURITY}"]) == 0}`,
      `\${contains(self.delegated_administrators[*].id, "${SECURITY}")}`,
    ]);
  });

  test("trusted access must be on where others own the organization, and is switched on where the baseline does", () => {
    const asks = (config: BaselineConfig) =>
      checksOf(config, "aws_organizations_organization.organization_live").some(({ condition }) =>
        condition.includes('contains(self.aws_service_access_principals, "iam.amazonaws.com")'),
      );
    expect(asks(configuration())).toBe(true);
    expect(asks(example("greenfield"))).toBe(false);
  });
});

describe("break glass", () => {
  const role = (task: string) => `aws_iam_role.break-glass-${task}_role`;
  const policyOf = (task: string) =>
    at(rootAccess(configuration()), `aws_iam_role_policy.break-glass-${task}_policy`)["policy"];
  const taskPolicy = (name: string) => `arn:aws:iam::aws:policy/root-task/${name}`;
  const open = (task: string, name: string, resource = MEMBER_ROOT) =>
    permits(policyOf(task), {
      principal: { type: "role", account: SECURITY, name: `org-baseline-break-glass-${task}` },
      action: "sts:AssumeRoot",
      resource,
      context: { "sts:TaskPolicyArn": taskPolicy(name) },
    });

  test("one role for each task that is chosen, for an hour at most", () => {
    const roles = ofType(rootAccess(configuration()), "aws_iam_role");
    expect(Object.keys(roles)).toEqual(
      ["audit", "unlock-bucket", "unlock-queue"].map((task) => `break-glass-${task}_role`),
    );
    expect(Object.values(roles).map((body) => body["max_session_duration"])).toEqual([3600, 3600, 3600]);
    expect(at(rootAccess(configuration()), role("audit"))["provider"]).toBe("aws.security-us-east-1");
  });

  test("a role opens root sessions for exactly one task", () => {
    const tasks = {
      audit: "IAMAuditRootUserCredentials",
      "unlock-bucket": "S3UnlockBucketPolicy",
      "unlock-queue": "SQSUnlockQueuePolicy",
    };
    for (const task of Object.keys(tasks))
      for (const [other, name] of Object.entries(tasks))
        expect([task, other, open(task, name)]).toEqual([task, other, task === other]);
    expect(open("audit", "IAMDeleteRootUserCredentials")).toBe(false);
  });

  test("a role may do nothing but that, and only to root users", () => {
    const principal = { type: "role", account: SECURITY, name: "org-baseline-break-glass-audit" } as const;
    const context = { "sts:TaskPolicyArn": taskPolicy("IAMAuditRootUserCredentials") };
    expect(permits(policyOf("audit"), { principal, action: "sts:AssumeRoot", resource: MEMBER_ROOT })).toBe(false);
    expect(open("audit", "IAMAuditRootUserCredentials", "arn:aws:iam::444444444444:user/root")).toBe(false);
    expect(permits(policyOf("audit"), { principal, action: "iam:ListUsers", context })).toBe(false);
  });

  describe("who may assume a role", () => {
    const trust = (config: BaselineConfig = configuration()) =>
      at(rootAccess(config), role("audit"))["assume_role_policy"];
    const reserved = "/aws-reserved/sso.amazonaws.com/";
    const sso = {
      type: "role",
      account: SECURITY,
      path: reserved,
      name: "AWSReservedSSO_BreakGlass_0123456789abcdef",
    } as const;
    const user = { type: "user", account: SECURITY, name: "break-glass" } as const;
    const mfa = (age: number) => ({ "aws:MultiFactorAuthPresent": true, "aws:MultiFactorAuthAge": age });

    test("the permission set, with and without a Region in its path", () => {
      expect(trusts(trust(), { principal: sso })).toBe(true);
      expect(trusts(trust(), { principal: { ...sso, path: `${reserved}eu-west-1/` } })).toBe(true);
    });

    test("no role that only looks like the permission set", () => {
      for (const change of [
        { name: "AWSReservedSSO_BreakGlassAdmin_0123456789abcdef" },
        { name: "AWSReservedSSO_BreakGlass_0123456789abcdef0" },
        { name: "AWSReservedSSO_BreakGlass_x" },
        { path: "/" },
        { path: "/mine/aws-reserved/sso.amazonaws.com/" },
        { account: "444444444444" },
      ])
        expect([change, trusts(trust(), { principal: { ...sso, ...change } })]).toEqual([change, false]);
    });

    test("the IAM user who signed in with MFA within the last hour, by a session of that name", () => {
      const named = (age: number, name = "break-glass") => ({ ...mfa(age), "sts:RoleSessionName": name });
      expect(trusts(trust(), { principal: user, context: named(3600) })).toBe(true);
      expect(trusts(trust(), { principal: user, context: named(3601) })).toBe(false);
      expect(trusts(trust(), { principal: user, context: mfa(10) })).toBe(false);
      expect(trusts(trust(), { principal: user, context: named(10, "somebody") })).toBe(false);
      expect(trusts(trust(), { principal: user, context: named(10, "${aws:username}") })).toBe(false);
      expect(trusts(trust(), { principal: user })).toBe(false);
      expect(trusts(trust(), { principal: { ...user, name: "somebody" }, context: named(10, "somebody") })).toBe(false);
    });

    test("a role by its ARN, wherever it is, and no other role of its account", () => {
      const named = withRootAccess({
        breakGlass: { tasks: ["audit"], trust: { roles: ["arn:aws:iam::555555555555:role/ops/Responder"] } },
      });
      const responder = { type: "role", account: "555555555555", path: "/ops/", name: "Responder" } as const;
      expect(trusts(trust(named), { principal: responder })).toBe(true);
      expect(trusts(trust(named), { principal: { ...responder, path: "/" } })).toBe(false);
      expect(trusts(trust(named), { principal: sso })).toBe(false);
    });
  });
});

describe("security contact", () => {
  test("is set when configured, and left as it is when not", () => {
    const set = {
      alternate_contact_type: "SECURITY",
      name: "Security Team",
      email_address: "aws-security@example.com",
    };
    expect(at(rootAccess(configuration()), "aws_account_alternate_contact.security-contact")).toMatchObject(set);
    expect(ofType(rootAccess(example("control-tower")), "aws_account_alternate_contact")).toEqual({});
  });

  test("is taken literally by Terraform", () => {
    const contact = { name: "Team ${x}", title: "50%{y}", email: "a@example.com", phone: "+1" };
    const body = at(
      rootAccess(withRootAccess({ securityContact: contact })),
      "aws_account_alternate_contact.security-contact",
    );
    expect(body).toMatchObject({ name: "Team $${x}", title: "50%%{y}" });
  });
});

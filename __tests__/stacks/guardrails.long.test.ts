import { rootTask } from "../../catalogue/aws/root-tasks";
import type { BaselineConfig } from "../../config";
import type { Call } from "../../proofs/policy";
import { configuration, withGuardrails, withoutRootSessions, withoutLogArchive } from "../support/configuration";
import { denies } from "../support/judge";
import { statement } from "../support/policies";
import { stack } from "../support/synth";
import { at, ofType } from "../support/terraform";

type Attach = BaselineConfig["guardrails"]["attach"];

const guardrails = (config: BaselineConfig) => stack(config, "guardrails");
const attached = (attach: Attach) => guardrails(withGuardrails({ attach }));
const policy = (id: string, config = configuration()) =>
  at(guardrails(config), `aws_organizations_policy.${id}`)["content"];
const attachments = (attach: Attach) => ofType(attached(attach), "aws_organizations_policy_attachment");

const MEMBER = "444444444444";
const ROOT_CALL: Call = { principal: { type: "root", account: MEMBER }, action: "s3:ListAllMyBuckets" };
const SESSION_CALL: Call = { ...ROOT_CALL, principal: { type: "assumed-root", account: MEMBER } };

describe("policies", () => {
  test("one for each guardrail, named after it, minified and attached where the configuration says", () => {
    const ids = configuration().guardrails.attach.map(({ id }) => id);
    const policies = ofType(guardrails(configuration()), "aws_organizations_policy");
    expect(Object.keys(policies).sort()).toEqual([...ids].sort());
    for (const id of ids)
      expect(policies[id]).toMatchObject({ name: `org-baseline-${id}`, type: "SERVICE_CONTROL_POLICY" });
  });

  test("root sessions on: deny-root-user lets an assumed root user through", () => {
    expect(denies(policy("deny-root-user"), ROOT_CALL)).toBe(true);
    expect(denies(policy("deny-root-user"), SESSION_CALL)).toBe(false);
  });

  test("root sessions off: it does not", () => {
    expect(denies(policy("deny-root-user", withoutRootSessions()), ROOT_CALL)).toBe(true);
    expect(denies(policy("deny-root-user", withoutRootSessions()), SESSION_CALL)).toBe(true);
  });

  test("root sessions are opened by the break-glass roles of this configuration, and by no role of that name elsewhere", () => {
    const open = (account: string, name: string, policyName = "IAMAuditRootUserCredentials"): Call => ({
      principal: { type: "role", account, name },
      action: "sts:AssumeRoot",
      resource: `arn:aws:iam::${MEMBER}:root`,
      context: { "sts:TaskPolicyArn": `arn:aws:iam::aws:policy/root-task/${policyName}` },
    });
    const text = policy("restrict-root-sessions");
    for (const id of ["audit", "unlock-bucket", "unlock-queue"] as const) {
      const role = `org-baseline-break-glass-${id}`;
      expect([id, denies(text, open("222222222222", role, rootTask(id).policyName))]).toEqual([id, false]);
      // Whatever the role's own policy says by then, no other task is open to it.
      expect([id, denies(text, open("222222222222", role, "IAMCreateRootUserPassword"))]).toEqual([id, true]);
    }
    expect(denies(text, open("222222222222", "org-baseline-break-glass-create-password"))).toBe(true);
    expect(denies(text, open(MEMBER, "org-baseline-break-glass-audit"))).toBe(true);
  });

  test("the deploy roles and the configured principals pass the protecting guardrails, each in its own account", () => {
    const exempt = "arn:aws:iam::555555555555:role/Pipeline";
    const config = withGuardrails({ exemptPrincipals: [exempt] });
    for (const [id, sid] of [
      ["protect-audit-trail", "ProtectAuditTrail"],
      ["protect-threat-detection", "ProtectThreatDetection"],
    ])
      expect(statement(policy(id ?? "", config), sid ?? "").Condition).toEqual({
        ArnNotLike: {
          "aws:PrincipalArn": [
            "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole",
            "arn:aws:iam::333333333333:role/OrganizationAccountAccessRole",
            exempt,
          ],
        },
      });
  });

  test("the trail that is protected is the one that records", () => {
    const used = { mode: "use", trailName: "aws-controltower-BaselineCloudTrail", logGroupName: "x" } as const;
    const resource = (config: BaselineConfig) =>
      statement(policy("protect-audit-trail", config), "ProtectAuditTrail").Resource;
    expect(resource(configuration())).toBe("arn:*:cloudtrail:*:*:trail/org-baseline-trail");
    expect(resource(withoutLogArchive({ auditTrail: used }))).toBe(`arn:*:cloudtrail:*:*:trail/${used.trailName}`);
  });
});

describe("targets", () => {
  const locals = (attach: Attach) => attached(attach).locals ?? {};

  test("the root, an OU by path, an OU by id and an account by id become the ids that the plan finds", () => {
    const targets = ["root", "Workloads/Prod", "ou-ab12-11111111", "444444444444"];
    expect(locals([{ id: "deny-root-user", targets }])).toMatchObject({
      targets_listed: { "org-baseline-deny-root-user": targets },
      targets_found: {
        root: "${data.aws_organizations_organization.organization_live.roots[0].id}",
        "Workloads/Prod":
          '${one([for unit in data.aws_organizations_organizational_units.units_Workloads.children : unit.id if unit.name == "Prod"])}',
        "ou-ab12-11111111": "ou-ab12-11111111",
        "444444444444": "444444444444",
      },
    });
  });

  test("neither the spelling of a target nor the order is in an address", () => {
    const names = (targets: readonly string[]) =>
      Object.keys(attachments([{ id: "deny-root-user", targets: [...targets] }]));
    expect(names(["Workloads/Canary", "root"])).toEqual(["deny-root-user"]);
    expect(names(["root", "Workloads/Pilot", "Sandbox"])).toEqual(["deny-root-user"]);
  });

  test("each attachment carries the policy of its guardrail to the target that is its key", () => {
    expect(attachments([{ id: "deny-root-user", targets: ["root", "444444444444"] }])["deny-root-user"]).toMatchObject({
      for_each: '${local.targets_wanted["org-baseline-deny-root-user"]}',
      policy_id: "${aws_organizations_policy.deny-root-user.id}",
      target_id: "${each.key}",
      lifecycle: { create_before_destroy: true },
    });
  });

  test("what an earlier version attached is forgotten at its old address and imported at the new one", () => {
    const { removed, import: imports } = attached([{ id: "deny-root-user", targets: ["root", "Workloads/Canary"] }]);
    expect(removed).toEqual(
      ["deny-root-user_root", "deny-root-user_Workloads_Canary"].map((name) => ({
        from: `aws_organizations_policy_attachment.${name}`,
        lifecycle: { destroy: false },
      })),
    );
    expect(imports).toMatchObject([
      { to: "aws_organizations_policy_attachment.deny-root-user[each.key]", id: "${each.value}" },
    ]);
    expect(JSON.stringify(imports)).not.toContain("TfToken");
  });

  test("ids alone: no OU is looked up", () => {
    const ids = attached([{ id: "deny-root-user", targets: ["root", "ou-ab12-11111111"] }]);
    expect(ids.data?.["aws_organizations_organizational_units"]).toBeUndefined();
  });

  test("the quota is the configured one, and the partition's own where none is", () => {
    const room = (config: BaselineConfig) =>
      /<= \d+/.exec(JSON.stringify(at(guardrails(config), "aws_organizations_policy_attachment.deny-root-user")))?.[0];
    expect(room(configuration())).toBe("<= 10");
    expect(room(withGuardrails({ quotas: { policiesPerTarget: 7 } }))).toBe("<= 7");
  });

  test("ours are known by what their names begin with", () => {
    const text = JSON.stringify(locals([{ id: "deny-root-user", targets: ["root"] }])["targets_foreign"]);
    expect(text).toContain('!startswith(name, \\"org-baseline-\\")');
  });
});

test("the policy type must be enabled where others own the organization", () => {
  const { lifecycle } = at(guardrails(configuration()), "data.aws_organizations_organization.organization_live");
  expect(JSON.stringify(lifecycle)).toContain(
    "must be enabled, got ${jsonencode(try(self.roots[0].policy_types, []))}: aws organizations enable-policy-type --root-id",
  );
});

import {
  actionsOfOperation,
  isReading,
  PHASES,
  READBACK,
  RECORDING,
  UNRECORDED,
  type Part,
} from "../../../catalogue/pipeline";
import { MANAGED_POLICY_SIZE, POLICIES_OF_A_ROLE } from "../../../catalogue/quotas";
import { TERRAFORM_WRITES } from "../../../catalogue/aws/terraform-writes";
import { sizeOf } from "../../../commands/permissions/documents";
import { configuration, inTrialAccounts } from "../../support/configuration";
import { CONFIGURATIONS } from "../../support/examples";
import { allowedActions, may, roleIn, rolesFor } from "./roles";

const PARTS: readonly Part[] = ["management", "security", "logArchive"];

/** What the shipped configuration does without, and why. Everything else that was recorded is allowed. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "organizations:EnablePolicyType": "only who owns the organization switches policy types",
  "organizations:DisableAWSServiceAccess": "only who owns the organization switches trusted access off",
  "organizations:DisablePolicyType": "only who owns the organization switches policy types",
  "s3:DeleteObject": "buckets are emptied in accounts for trials alone",
  "s3:DeleteObjectVersion": "the same",
  "s3:BypassGovernanceRetention": "the same",
};

/** What reads the state, or leads to who does. AWS counts the use of a key as writing. */
const OF_STATE = ["kms:Decrypt", "s3:GetObject", "sts:AssumeRole"];

const changes = (action: string): boolean => !OF_STATE.includes(action) && !isReading(action);

const roles = rolesFor(configuration());

describe.each(CONFIGURATIONS)("for %s", (_name, config) => {
  const all = rolesFor(config);

  test("every policy fits, and a role can have as many", () => {
    for (const { policies } of all) {
      expect(policies.length).toBeLessThanOrEqual(POLICIES_OF_A_ROLE);
      for (const policy of policies) expect(sizeOf(policy)).toBeLessThanOrEqual(MANAGED_POLICY_SIZE);
    }
  });

  test("only the role that applies changes anything", () => {
    for (const role of all.filter(({ role: kind }) => kind !== "apply"))
      expect(allowedActions(role).filter(changes)).toEqual([]);
    for (const role of all.filter(({ role: kind }) => kind === "apply"))
      expect(allowedActions(role)).toContain(role.account === "logArchive" ? "kms:PutKeyPolicy" : "iam:PutRolePolicy");
  });

  test("no action is a wildcard", () => {
    for (const role of all)
      for (const action of allowedActions(role)) expect(action).toMatch(/^[a-z0-9-]+:[A-Za-z0-9]+$/);
  });

  test("nobody opens a root session, said as a denial", () => {
    for (const role of all) {
      expect(may(role, "sts:AssumeRoot", `arn:aws:iam::${role.accountId}:root`)).toBe(false);
      const denied = role.policies.flatMap(({ Statement }) => Statement.filter(({ Effect }) => Effect === "Deny"));
      expect(denied).toEqual([expect.objectContaining({ Action: ["sts:AssumeRoot"], Resource: ["*"] })]);
    }
  });
});

describe("the policies and the recording", () => {
  const recorded = (part: Part) => PHASES.flatMap((phase) => RECORDING[part][phase]).flatMap(actionsOfOperation);
  const unrecorded = (part: Part) => UNRECORDED.flatMap(({ actions }) => actions[part] ?? []);
  const needed = (part: Part) => [...recorded(part), ...unrecorded(part)];

  test.each(PARTS)("are equal for %s, but for what is justified", (part) => {
    const expected = new Set([
      ...needed(part),
      ...READBACK.flatMap(actionsOfOperation),
      // Opened by its own statement: whom a pipeline enters.
      ...(part === "management" ? ["sts:AssumeRole"] : []),
    ]);
    const allowed = new Set(allowedActions(roleIn(roles, "apply", part)));
    expect([...allowed].filter((action) => !expected.has(action))).toEqual([]);
    const missing = needed(part).filter((action) => !allowed.has(action) && LEFT_OUT[action] === undefined);
    expect(missing).toEqual([]);
  });

  test("each reason is one that something was left out for", () => {
    const leftOut = PARTS.flatMap((part) => {
      const allowed = allowedActions(roleIn(roles, "apply", part));
      return needed(part).filter((action) => !allowed.includes(action));
    });
    expect([...new Set(leftOut)].sort()).toEqual(Object.keys(LEFT_OUT).sort());
  });

  test("what was recorded needs no reason", () => {
    for (const part of PARTS) expect(unrecorded(part).filter((action) => recorded(part).includes(action))).toEqual([]);
  });

  test("what Terraform writes in a member account is allowed where the member keeps it", () => {
    const members = [
      ...allowedActions(roleIn(roles, "apply", "security")),
      ...allowedActions(roleIn(roles, "apply", "logArchive")),
    ];
    expect(
      Object.values(TERRAFORM_WRITES)
        .flat()
        .filter((action) => !members.includes(action)),
    ).toEqual([]);
  });

  test("a plan reads what was recorded of plans", () => {
    for (const part of PARTS) {
      const allowed = allowedActions(roleIn(roles, "plan", part));
      expect(
        RECORDING[part].plan
          .flatMap(actionsOfOperation)
          .filter((each) => !allowed.includes(each) && each !== "sts:AssumeRole"),
      ).toEqual([]);
    }
  });
});

describe("what is not the baseline's stays out of reach of the role that applies", () => {
  const [management, security, archive] = PARTS.map((part) => roleIn(roles, "apply", part));
  const iam = (account: string, role: string) => `arn:aws:iam::${account}:role/${role}`;

  test.each([
    ["its own role", management, "iam:PutRolePolicy", iam("111111111111", "org-baseline-apply")],
    ["the role that plans", management, "iam:UpdateAssumeRolePolicy", iam("111111111111", "org-baseline-plan")],
    ["a team's role", security, "iam:UpdateAssumeRolePolicy", iam("222222222222", "team")],
    ["break glass, to a service", security, "iam:PassRole", iam("222222222222", "org-baseline-break-glass-audit")],
    ["another bucket", archive, "s3:PutBucketPolicy", "arn:aws:s3:::team-data"],
    ["another topic", management, "sns:DeleteTopic", "arn:aws:sns:us-east-1:111111111111:team-alerts"],
    ["another trail", management, "cloudtrail:StopLogging", "arn:aws:cloudtrail:us-east-1:111111111111:trail/team"],
    ["what the trail wrote", archive, "s3:DeleteObject", "arn:aws:s3:::org-baseline-trail-333333333333-us-east-1/a"],
    ["another role in a member", management, "sts:AssumeRole", iam("222222222222", "OrganizationAccountAccessRole")],
  ])("%s", (_what, role, action, resource) => {
    expect(role === undefined || may(role, action, resource)).toBe(false);
  });

  test("a key of others has other aliases; ours has ours, or none yet", () => {
    if (archive === undefined) throw new Error("there is a log archive");
    const key = "arn:aws:kms:us-east-1:333333333333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const with_ = (...aliases: readonly string[]) =>
      may(archive, "kms:ScheduleKeyDeletion", key, { "kms:ResourceAliases": aliases });
    expect(with_("alias/org-baseline-trail")).toBe(true);
    expect(with_("alias/payroll")).toBe(false);
    expect(with_("alias/org-baseline-trail", "alias/payroll")).toBe(false);
    expect(may(archive, "kms:PutKeyPolicy", key)).toBe(true);
  });

  test("a role is handed to the services of the baseline alone, and trusted access is given to its services", () => {
    if (management === undefined) throw new Error("there is a management account");
    const role = iam("111111111111", "org-baseline-trail-delivery");
    expect(may(management, "iam:PassRole", role, { "iam:PassedToService": "cloudtrail.amazonaws.com" })).toBe(true);
    expect(may(management, "iam:PassRole", role, { "iam:PassedToService": "ec2.amazonaws.com" })).toBe(false);
    const trusting = (service: string) =>
      may(management, "organizations:EnableAWSServiceAccess", undefined, { "organizations:ServicePrincipal": service });
    expect([trusting("guardduty.amazonaws.com"), trusting("sso.amazonaws.com")]).toEqual([true, false]);
  });

  test("buckets are emptied in accounts for trials", () => {
    const trial = roleIn(rolesFor(inTrialAccounts(configuration())), "apply", "logArchive");
    expect(may(trial, "s3:DeleteObjectVersion", "arn:aws:s3:::org-baseline-trail-333333333333-us-east-1/a")).toBe(true);
  });
});

import { parseConfig } from "../../config";
import { existingOrganization, type OrganizationSeed } from "../../emulator/organization-seed";
import { example } from "../support/examples";
import { stateOf } from "./state";
import { describeE2E } from "./support/describe-e2e";
import { pendingChanges } from "./support/pending-changes";
import { planMessages } from "./support/plan-messages";
import { PLANNED_EXAMPLES } from "./support/planned-examples";
import { expectPermitted } from "./support/recording";
import { INSTALLED } from "./support/provider-pin";
import { STACKS } from "./support/stacks";
import { applyAll } from "./support/terraform-alone";
import { DEPLOY_TIMEOUT_MS, PLAN_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

/** A new organization of three accounts. Somebody has switched Identity Center and CloudTrail on already. */
const newOrganization: OrganizationSeed = {
  organization: {
    ...existingOrganization.organization,
    trustedAccess: ["cloudtrail.amazonaws.com", "sso.amazonaws.com"],
    policyTypes: [],
  },
  organizationalUnits: [],
  accounts: [
    { id: "222222222222", name: "security", email: "security@example.com" },
    { id: "333333333333", name: "log-archive", email: "log-archive@example.com" },
  ],
};

const ORGANIZATIONS = { "existing-organization": existingOrganization, greenfield: newOrganization };

const EVERY_CALL = "every call is recorded, and permitted by the policies for the pipeline";

interface PlannedOrganization {
  readonly actions: readonly string[];
  readonly importing?: { readonly id: string };
  readonly before: { readonly aws_service_access_principals: readonly string[] };
  readonly after: PlannedOrganization["before"];
}

// A plan asks of the provider all that `validate` asks, so these examples are validated here.
describeE2E.each(PLANNED_EXAMPLES)("before anything of %s is deployed", (name) => {
  let trial: Trial;

  beforeAll(async () => {
    trial = await Trial.start({ seed: ORGANIZATIONS[name], config: example(name) });
    expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
  }, PLAN_TIMEOUT_MS);

  afterAll(() => trial.end());

  test.each(STACKS)(
    "%s plans",
    async (stack) => {
      const init = await trial.during("plan").terraform(stack, ["init"]);
      expect(init.output).toMatch(INSTALLED);
      // Whether people have confirmed their subscriptions is asked in every plan, and not known in the first.
      const warnings = stack === "alarms" ? ["Check block assertion known after apply"] : [];
      expect(await planMessages(trial.during("plan"), stack)).toEqual({ errors: [], warnings });
    },
    PLAN_TIMEOUT_MS,
  );

  test(EVERY_CALL, () => expectPermitted(trial, example(name)));
});

describeE2E("an organization that the baseline owns", () => {
  // The home Region and one more: what 17 Regions need, the plan above shows.
  const config = { ...example("greenfield"), regions: ["us-east-1", "eu-west-1"] };
  const owned = config.organization.mode === "owned" ? config.organization : undefined;
  let trial: Trial;

  beforeAll(async () => {
    trial = await Trial.start({ seed: newOrganization, config });
    expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
  }, PLAN_TIMEOUT_MS);

  afterAll(() => trial.end());

  test(
    "is imported by the plan, which switches nothing off",
    async () => {
      const terraform = (...args: string[]) => trial.during("plan").terraform("root-access", args);
      expect(await terraform("init")).toMatchObject({ exitCode: 0 });
      expect(await terraform("plan", "-out=first.tfplan")).toMatchObject({ exitCode: 0 });
      const plan = JSON.parse((await terraform("show", "-json", "first.tfplan")).stdout) as {
        readonly resource_changes: readonly { readonly type: string; readonly change: PlannedOrganization }[];
      };
      const change = plan.resource_changes.find(({ type }) => type === "aws_organizations_organization")?.change;
      expect(change).toMatchObject({ actions: ["update"], importing: { id: "o-exampleorgid" } });
      expect(change?.before.aws_service_access_principals).toEqual(newOrganization.organization.trustedAccess);
      expect(change?.after.aws_service_access_principals).toEqual(owned?.trustedAccess);
    },
    PLAN_TIMEOUT_MS,
  );

  test(
    "is deployed, with what was on still on, and nothing left to change",
    async () => {
      expect(await applyAll(trial.during("apply"))).toEqual([]);
      const { organization } = await stateOf(trial.emulator, parseConfig(config));
      expect(organization.trustedAccess).toEqual(owned?.trustedAccess);
      expect(organization.guardrails.policyTypes).toEqual(["SERVICE_CONTROL_POLICY"]);
      expect(await pendingChanges(trial.during("plan"))).toEqual([]);
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(EVERY_CALL, () => expectPermitted(trial, config));
});

import {
  CreateOrganizationalUnitCommand,
  DeleteOrganizationalUnitCommand,
  ListPoliciesForTargetCommand,
  UpdateOrganizationalUnitCommand,
  type OrganizationsClient,
} from "@aws-sdk/client-organizations";
import type { BaselineConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { organizationsOf } from "./support/organizations-client";
import { attaching, NOTHING, ORDER, plannedOf } from "./support/planned";
import { applyOne, initialize } from "./support/terraform-alone";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const STACK = "guardrails";
const LATENCY_MS = 150;
const denyRoot = (...targets: readonly string[]) => ({ id: "deny-root-user" as const, targets: [...targets] });

describeE2E("several changes of an organization between two deploys", () => {
  let trial: Trial;
  let organizations: OrganizationsClient;
  const units: Record<string, string> = {};

  const planned = (config: BaselineConfig) => plannedOf(trial, STACK, config);
  const applied = async (config: BaselineConfig) => {
    trial.reconfigure(config);
    await applyOne(trial.deployment, STACK);
  };
  const attachedTo = async (id: string | undefined) => {
    const { Policies = [] } = await organizations.send(
      new ListPoliciesForTargetCommand({ TargetId: id, Filter: "SERVICE_CONTROL_POLICY" }),
    );
    return Policies.map(({ Name }) => Name).sort();
  };

  beforeAll(async () => {
    trial = await Trial.start({ seed: existingOrganization, config: configuration(), latencyMs: LATENCY_MS });
    ({ organizations } = await organizationsOf(trial.emulator, units));
    await trial.deployment.synth();
    await initialize(trial.deployment, STACK);
  }, DEPLOY_TIMEOUT_MS);

  afterAll(() => trial.end());

  test(
    "a unit that is renamed while its guardrail is exchanged loses the old one and gets the new one, after a warning",
    async () => {
      await applied(attaching(denyRoot("Workloads/Canary")));
      await organizations.send(
        new UpdateOrganizationalUnitCommand({ OrganizationalUnitId: units["Workloads/Canary"], Name: "Pilot" }),
      );
      const exchanged = attaching({ id: "stay-in-organization", targets: ["Workloads/Pilot"] });
      const { changes, errors, warnings } = await planned(exchanged);
      const id = units["Workloads/Canary"] ?? "";
      expect({ errors, warnings }).toEqual({ errors: [], warnings: [ORDER] });
      expect(changes.filter((change) => change.includes("_attachment."))).toEqual([
        `delete aws_organizations_policy_attachment.deny-root-user["${id}"]`,
        `create aws_organizations_policy_attachment.stay-in-organization["${id}"]`,
      ]);
      await applied(exchanged);
      expect(await attachedTo(id)).toEqual(["FullAWSAccess", "org-baseline-stay-in-organization"]);
      expect(await planned(exchanged)).toEqual(NOTHING);
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "a target that goes and a target that comes touch no other",
    async () => {
      await applied(attaching(denyRoot("Workloads/Prod", "Sandbox")));
      const moved = attaching(denyRoot("Workloads/Pilot", "Sandbox"));
      const { changes } = await planned(moved);
      expect(changes.filter((change) => change.includes("_attachment.")).sort()).toEqual([
        `create aws_organizations_policy_attachment.deny-root-user["${units["Workloads/Canary"]}"]`,
        `delete aws_organizations_policy_attachment.deny-root-user["${units["Workloads/Prod"]}"]`,
      ]);
      await applied(moved);
      expect(await attachedTo(units["Workloads/Canary"])).toContain("org-baseline-deny-root-user");
      expect(await attachedTo(units["Sandbox"])).toContain("org-baseline-deny-root-user");
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "a unit that was deleted is refused by name while it is a target, and nothing is left to do once it is none",
    async () => {
      const { OrganizationalUnit } = await organizations.send(
        new CreateOrganizationalUnitCommand({ ParentId: units["Workloads"], Name: "Brief" }),
      );
      await applied(attaching(denyRoot("Workloads/Brief", "Sandbox")));
      expect(await attachedTo(OrganizationalUnit?.Id)).toContain("org-baseline-deny-root-user");
      await organizations.send(new DeleteOrganizationalUnitCommand({ OrganizationalUnitId: OrganizationalUnit?.Id }));

      const { errors } = await planned(attaching(denyRoot("Workloads/Brief", "Sandbox")));
      expect(errors).toEqual([expect.stringContaining("got Workloads/Brief: Workloads holds")]);

      const { changes, ...messages } = await planned(attaching(denyRoot("Sandbox")));
      expect(messages).toEqual({ errors: [], warnings: [] });
      expect(changes.filter((change) => !change.includes("output."))).toEqual([]);
    },
    DEPLOY_TIMEOUT_MS,
  );
});

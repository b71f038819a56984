import { DetachPolicyCommand } from "@aws-sdk/client-organizations";
import { join } from "node:path";
import { parseConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { Clients } from "../../organization";
import { readSnapshot } from "../../organization/tree/snapshot";
import { readPlanFolder } from "../../terraform/plan-folder";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

/** Two stacks that depend on each other, and apply in seconds. */
const STACKS = ["root-access", "guardrails"];
const POLICY = "org-baseline-deny-root-user";
const baseline = parseConfig(configuration());

describeE2E("plan, apply and drift", () => {
  let trial: Trial;
  let clients: Clients;
  const folder = (name: string) => join(trial.workshop.folder, name);
  const plan = (name: string) => trial.baseline("plan", ...STACKS, "--out", folder(name));
  const apply = (name: string) => trial.baseline("apply", folder(name), "--yes");

  beforeAll(async () => {
    trial = await Trial.start({ seed: existingOrganization, config: configuration() });
    clients = new Clients(baseline, trial.emulator.env);
  }, DEPLOY_TIMEOUT_MS);

  afterAll(() => trial.end());

  /** Takes the policy off what it is attached to, as somebody would in the console. Answers with how many places. */
  async function detach(): Promise<number> {
    const client = clients.at(baseline.accounts.management.id).organizations();
    const { policies } = await readSnapshot(clients, baseline);
    const { id: PolicyId, targets } = policies.find(({ name }) => name === POLICY) ?? { id: "", targets: [] };
    for (const TargetId of targets) await client.send(new DetachPolicyCommand({ PolicyId, TargetId }));
    return targets.length;
  }

  test(
    "what was planned is applied once, drift is found, and a stale folder is refused",
    async () => {
      const planned = await plan("reviewed");
      expect(planned).toMatchObject({ exitCode: 2 });
      expect(planned.stdout).toMatch(/^stack +add +change +destroy +import +replace +output$/m);
      expect(planned.stdout).toMatch(/^guardrails +[1-9]\d* +0 +0 +0 +0 +1$/m);
      const { manifest, organization, stacks } = readPlanFolder(folder("reviewed"));
      expect(stacks.map(({ name }) => name)).toEqual(STACKS);
      expect(manifest).toMatchObject({
        provider: { [Object.keys(manifest.provider)[0] ?? ""]: "5.100.0" },
        existing: [],
      });
      expect(organization?.accounts).toHaveLength(existingOrganization.accounts.length + 1);
      expect(organization?.units.map(({ path }) => path)).toContain("Workloads/Canary");

      const applied = await apply("reviewed");
      expect({ ...applied }).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining("Applied: root-access, guardrails.") as unknown,
      });
      expect(await plan("again")).toMatchObject({ exitCode: 0 });
      expect(await trial.baseline("drift", ...STACKS)).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining("Everything is as it was applied.") as unknown,
      });

      const places = await detach();
      expect(places).toBeGreaterThan(0);
      const drifted = await trial.baseline("drift", ...STACKS);
      expect(drifted).toMatchObject({ exitCode: 2 });
      expect(
        drifted.stdout.match(/^ {2}guardrails: aws_organizations_policy_attachment\.deny-root-user\S*: is gone$/gm),
      ).toHaveLength(places);
      expect(drifted.stdout).toMatch(/^ {6}DetachPolicy, DisablePolicyType \(organizations\.amazonaws\.com\)$/m);

      // It plans again: what was saved before anybody changed something says where accounts lie, and no more.
      const told = await trial.baseline("drift", ...STACKS, "--plans", folder("again"));
      expect(told).toMatchObject({ exitCode: 2 });
      expect(
        told.stdout.match(/^ {2}guardrails: aws_organizations_policy_attachment\.deny-root-user\S*: is gone$/gm),
      ).toHaveLength(places);
      expect(told.stdout).toMatch(/^ {6}DetachPolicy, DisablePolicyType \(organizations\.amazonaws\.com\)$/m);

      const stale = await apply("reviewed");
      expect(stale).toMatchObject({
        exitCode: 2,
        stdout: expect.stringContaining("guardrails: the changes are not the reviewed ones") as unknown,
      });
      expect(await detach()).toBe(0);
    },
    DEPLOY_TIMEOUT_MS,
  );
});

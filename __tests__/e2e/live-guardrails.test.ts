import {
  AttachPolicyCommand,
  CreatePolicyCommand,
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import example from "../../baseline.config";
import { guardrail } from "../../catalogue/guardrails";
import { awsOrganization } from "../../organization/tree/aws-organization";
import { simulateLive } from "../../commands/simulate/live";
import type { LiveOrganization } from "../../organization/tree/live-organization";
import { asked } from "../../commands/contract/arguments";
import { OPTIONS } from "../../commands/simulate/options";
import { blueprintOf, parseConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { describeE2E } from "./support/describe-e2e";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";
import { evaluate, FULL_AWS_ACCESS, parsePolicy } from "../../proofs/policy";

const baseline = parseConfig({
  ...example,
  // The proof of protect-delivery-roles speaks of this one; the deploy roles are let through anyway.
  guardrails: { ...example.guardrails, exemptPrincipals: ["arn:aws:iam::444444444444:role/AWSControlTowerExecution"] },
});
const blueprint = blueprintOf(baseline);
const placed = blueprint.policies;
const { entry } = blueprint.names;
const AT = "--at=2026-11-22T12:00:00Z";
const options = (args: readonly string[]) => asked({ name: "simulate", options: OPTIONS }, args).options;

describeE2E("what is attached, read back through the Organizations API", () => {
  const before = { ...process.env };
  let emulator: Emulator;
  let live: LiveOrganization;

  beforeAll(async () => {
    emulator = await startEmulator({ seed: existingOrganization });
    Object.assign(process.env, emulator.env);
    const client = new OrganizationsClient({ region: "us-east-1" });
    const { Roots } = await client.send(new ListRootsCommand({}));
    const rootId = Roots?.[0]?.Id ?? "";
    const unitAt = async (path: string): Promise<string> => {
      let id = rootId;
      for (const name of path.split("/")) {
        const { OrganizationalUnits } = await client.send(
          new ListOrganizationalUnitsForParentCommand({ ParentId: id }),
        );
        id = OrganizationalUnits?.find((unit) => unit.Name === name)?.Id ?? "";
      }
      return id;
    };
    for (const { id, type, text, targets } of placed) {
      const { Policy } = await client.send(
        new CreatePolicyCommand({ Name: entry(id), Description: id, Type: type, Content: text }),
      );
      for (const { account, text: target } of targets)
        await client.send(
          new AttachPolicyCommand({
            PolicyId: Policy?.PolicySummary?.Id,
            TargetId: account ?? (target === "root" ? rootId : await unitAt(target)),
          }),
        );
    }
    live = await awsOrganization(baseline);
  }, PLAN_TIMEOUT_MS);

  afterAll(async () => {
    process.env = before;
    await emulator.stop();
  });

  beforeEach(() => jest.spyOn(console, "log").mockImplementation(() => undefined));
  afterEach(() => jest.restoreAllMocks());

  test("is byte for byte what was judged, where it was judged", async () => {
    const policies = await live.policies();
    for (const { id, text, targets } of placed) {
      const read = policies.find(({ name }) => name === entry(id));
      expect([id, read?.text, read?.targets.length]).toEqual([id, text, targets.length]);
    }
  });

  test("decides the calls of its proof, as the evaluator said", async () => {
    for (const { name, type, text } of await live.policies()) {
      const id = name.replace(/^org-baseline-/, "");
      if (!placed.some((policy) => policy.id === id)) continue;
      const document = parsePolicy(JSON.parse(text), name, type);
      const levels = [{ kind: "root" as const, id: "root", policies: [FULL_AWS_ACCESS, { name, type, document }] }];
      // The configuration of this test has no exception from deny-root-user.
      for (const call of guardrail(id).denies) expect([id, evaluate(call, levels).decision]).toEqual([id, "denied"]);
    }
  });

  test("is judged under the real path of the account, with the policies of others", async () => {
    const call = ["--live", "--principal=root", "--action=ec2:RunInstances", AT];
    const denied = await simulateLive(blueprint, options(["--account=payments-canary", ...call]), live);
    const elsewhere = await simulateLive(blueprint, options(["--account=playground", ...call]), live);
    const outside = await simulateLive(
      blueprint,
      options(["--account=payments-prod", ...call, "--context=aws:RequestedRegion=eu-north-1"]),
      live,
    );
    expect([denied, elsewhere, outside]).toEqual([2, 0, 2]);
  });

  test("holds back nothing that the baseline needs", async () => {
    expect(await simulateLive(blueprint, options(["--live"]), live)).toBe(0);
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseConfig, type BaselineConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { Clients } from "../../organization";
import { readAdministrators, readDetector } from "../../organization/services/detectors";
import { readEventRules } from "../../organization/services/event-rules";
import { configuration } from "../support/configuration";
import { stack } from "../support/synth";
import { resourcesOf } from "../support/terraform";
import { describeE2E } from "./support/describe-e2e";
import { membersOf, releaseMembers } from "./support/members";
import { planMessages } from "./support/plan-messages";
import { applyOne } from "./support/terraform-alone";
import { DEPLOY_TIMEOUT_MS, PLAN_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const MANAGEMENT = "111111111111";
const SECURITY = "222222222222";
const REGION = "eu-west-1";
const STACK = "threat-detection";

const governed = configuration();
const leaving = (step: "members" | "everything", changes: Partial<BaselineConfig> = {}): BaselineConfig =>
  configuration({ regions: ["us-east-1"], leavingRegions: { [REGION]: step }, ...changes });
const left = configuration({ regions: ["us-east-1"] });

/** What the stack has in the Region. */
const inRegion = resourcesOf(stack(governed, STACK)).filter(({ address }) => address.includes(`.${REGION}_`));
const RULES = inRegion.filter(
  ({ type, body }) => type === "aws_cloudwatch_event_rule" && body["provider"] === `aws.security-${REGION}`,
).length;

const stillOn = `regions must keep ${REGION}, where GuardDuty of this stack is still on, got us-east-1: put it back, or name it in leavingRegions with "members" first (docs/runbooks/changes.md, A Region is left)`;
const tooEarly = `leavingRegions must say "members" of ${REGION} and be deployed before it says more, got "everything": GuardDuty keeps its detectors while accounts are members (docs/runbooks/changes.md, A Region is left)`;

describeE2E("a governed Region that is left", () => {
  let trial: Trial;
  let clients: Clients;

  beforeAll(async () => {
    trial = await Trial.start({ seed: existingOrganization, config: governed });
    clients = new Clients(parseConfig(governed), trial.emulator.env);
    await applyOne(trial.deployment, STACK);
  }, DEPLOY_TIMEOUT_MS);

  afterAll(() => trial.end());

  async function planned(config: BaselineConfig): Promise<readonly string[]> {
    trial.reconfigure(config);
    expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
    return (await planMessages(trial.deployment, STACK)).errors;
  }

  async function applied(config: BaselineConfig): Promise<string> {
    trial.reconfigure(config);
    expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
    const { exitCode, output } = await trial.deployment.terraform(STACK, ["apply", "-auto-approve"]);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    const plan = await trial.deployment.terraform(STACK, ["plan", "-detailed-exitcode"]);
    expect(plan).toMatchObject({ exitCode: 0 });
    return /Apply complete! Resources: .*/.exec(output)?.[0] ?? "";
  }

  const guardDuty = (account: string) => clients.at(account, REGION).guardDuty();
  const there = async () => ({
    detectors: [await readDetector(guardDuty(MANAGEMENT)), await readDetector(guardDuty(SECURITY))].map(
      (detector) => detector?.status,
    ),
    administrators: await readAdministrators(guardDuty(MANAGEMENT)),
    rules: (
      await readEventRules(clients.at(SECURITY, REGION).eventBridge(), {
        account: SECURITY,
        region: REGION,
        bus: "default",
        prefix: "org-baseline-",
      })
    ).length,
  });

  test(
    "is refused where it is taken out in one step, and where the steps are taken in another order",
    async () => {
      expect(await membersOf(guardDuty(SECURITY))).toEqual([
        MANAGEMENT,
        "333333333333",
        "444444444444",
        "555555555555",
        "666666666666",
      ]);
      expect(await planned(left)).toEqual([stillOn]);
      expect(await planned(leaving("everything"))).toEqual([tooEarly]);
      expect(await planned(configuration({ threatDetection: { mode: "use" } }))).toEqual([
        'threatDetection.mode must stay "create" while GuardDuty of this stack is still on in us-east-1, eu-west-1, got "use": leave these Regions first, or release their detectors and designation (docs/runbooks/changes.md, A Region is left)',
      ]);
      expect(await planned(configuration({ regions: ["eu-west-1", "us-east-1"] }))).toEqual([]);
    },
    PLAN_TIMEOUT_MS,
  );

  test(
    "can be reached after it was taken out, by a provider that Terraform starts for nothing else",
    async () => {
      const log = join(trial.workshop.folder, "terraform.log");
      const watched = trial.workshop.deployment({ ...trial.emulator.env, TF_LOG: "debug", TF_LOG_PATH: log });
      trial.reconfigure(governed);
      expect(await watched.synth()).toMatchObject({ exitCode: 0 });
      expect(await watched.terraform(STACK, ["plan", "-detailed-exitcode"])).toMatchObject({ exitCode: 0 });
      const lines = readFileSync(log, "utf8").split("\n");
      // Four that are used, each once to check the configuration and once to plan, and one for the schema.
      const started = lines.filter((line) => /provider: starting plugin: .*terraform-provider-aws/.test(line));
      expect(started.length).toBeGreaterThanOrEqual(4);
      expect(started.length).toBeLessThanOrEqual(9);
      const idle = new Set(
        lines.flatMap((line) => /pruning unused provider.*\.([\w-]+)$/.exec(line.trim())?.[1] ?? []),
      );
      expect(idle).toContain("security-ap-south-1");
      expect(idle).not.toContain(`security-${REGION}`);
    },
    PLAN_TIMEOUT_MS,
  );

  test(
    "is left in two deploys: members may go, then everything goes, and every second plan is empty",
    async () => {
      expect(await applied(leaving("members"))).toBe("Apply complete! Resources: 0 added, 2 changed, 0 destroyed.");
      expect(await there()).toEqual({ detectors: ["ENABLED", "ENABLED"], administrators: [SECURITY], rules: RULES });
      expect(await planned(left)).toEqual([stillOn]);
      const { stdout } = await trial.deployment.terraform(STACK, ["output", "-json", "release_members"]);
      expect(Object.keys(JSON.parse(stdout) as object)).toEqual([REGION]);
      expect(stdout).toContain(`aws guardduty disassociate-members --region ${REGION} --detector-id `);

      await releaseMembers(guardDuty(SECURITY));
      expect(await applied(leaving("everything"))).toBe(
        `Apply complete! Resources: 0 added, 1 changed, ${inRegion.length} destroyed.`,
      );
      expect(await there()).toEqual({ detectors: [undefined, undefined], administrators: [], rules: 0 });
      expect(await planned(leaving("everything"))).toEqual([]);
      expect(await applied(left)).toBe("Apply complete! Resources: 0 added, 0 changed, 0 destroyed.");
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "can be governed again, and is then refused as before",
    async () => {
      expect(await applied(governed)).toBe(
        `Apply complete! Resources: ${inRegion.length} added, 1 changed, 0 destroyed.`,
      );
      expect(await planned(left)).toEqual([stillOn]);
    },
    DEPLOY_TIMEOUT_MS,
  );
});

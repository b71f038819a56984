import { parseConfig, type BaselineConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { Clients } from "../../organization";
import { configuration, inTrialAccounts, withoutLogArchive } from "../support/configuration";
import { regionState } from "./state/region";
import { describeE2E } from "./support/describe-e2e";
import { pendingChanges } from "./support/pending-changes";
import { planMessages } from "./support/plan-messages";
import { STACKS } from "./support/stacks";
import { applyAll, destroyOne } from "./support/terraform-alone";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const MANAGEMENT = "111111111111";
const OLD = "us-east-1";
const NEW = "eu-west-1";

const deployed = inTrialAccounts(configuration());
const moved: BaselineConfig = { ...deployed, homeRegion: NEW };
/** What only names the home Region forgets it, after what lives there is gone. */
const FORGOTTEN = ["root-access", "guardrails", "threat-detection"].map((stack) => `terraform_data.place-of-${stack}`);

const RUNBOOK = "move as docs/runbooks/changes.md says (The home Region or an account changes)";
const stays = (field: string, before: string, now: string): string =>
  `${field} must stay ${before}, where this stack is deployed, got ${now}: put it back, or ${RUNBOOK}`;

const { management, security } = deployed.accounts;
const elsewhere = (accounts: BaselineConfig["accounts"]): BaselineConfig => ({
  ...deployed,
  trialAccounts: [],
  accounts,
});

/** Where event rules are there is a queue for what they cannot deliver, with an alarm, at home or not. */
const isOnDeadLetters = (alarm: string | undefined): boolean => alarm?.endsWith("-dead-letters-delivery") === true;

/** Each change of a place, what is said of it, and stacks that are asked: all of them remember every place. */
const CHANGES: readonly (readonly [config: BaselineConfig, refusal: string, stacks: readonly string[]])[] = [
  [moved, stays("homeRegion", OLD, NEW), STACKS],
  [
    elsewhere({ management, security, logArchive: { id: "444444444444" } }),
    stays("accounts.logArchive.id", "333333333333", "444444444444"),
    ["guardrails", "audit-trail"],
  ],
  [
    { ...deployed, trialAccounts: [], ...withoutLogArchive({ accounts: { management, security } }) },
    stays("accounts.logArchive.id", "333333333333", MANAGEMENT),
    ["guardrails", "audit-trail"],
  ],
];

describeE2E("the home Region and the accounts of a deployed baseline", () => {
  let trial: Trial;
  let clients: Clients;

  beforeAll(async () => {
    trial = await Trial.start({ seed: existingOrganization, config: deployed });
    clients = new Clients(parseConfig(deployed), trial.emulator.env);
    expect(await applyAll(trial.deployment)).toEqual([]);
  }, DEPLOY_TIMEOUT_MS);

  afterAll(() => trial.end());

  const synthesized = async (config: BaselineConfig): Promise<void> => {
    trial.reconfigure(config);
    expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
  };
  const standing = async (region: string): Promise<number> => {
    const { alarms, topics, trails, eventBuses } = await regionState(
      clients,
      parseConfig(deployed),
      MANAGEMENT,
      region,
    );
    // A trail of all Regions is listed in each of them; its ARN says where it is at home.
    const own = trails.filter((arn) => arn?.includes(`:${region}:`));
    const homely = alarms.filter((name) => !isOnDeadLetters(name));
    return homely.length + topics.length + own.length + eventBuses.filter((name) => name !== "default").length;
  };
  const onDeadLetters = async (region: string) =>
    (await regionState(clients, parseConfig(deployed), MANAGEMENT, region)).alarms.filter(isOnDeadLetters);

  test(
    "are refused by every stack where they change, and by the security account's where that changes",
    async () => {
      for (const [config, refusal, stacks] of CHANGES) {
        await synthesized(config);
        for (const stack of stacks)
          expect([stack, (await planMessages(trial.deployment, stack)).errors]).toEqual([
            stack,
            expect.arrayContaining([refusal]),
          ]);
      }
      await synthesized(
        elsewhere({ management, security: { id: "666666666666" }, logArchive: { id: "333333333333" } }),
      );
      expect((await planMessages(trial.deployment, "root-access")).errors).toContain(
        stays("accounts.security.id", "222222222222", "666666666666"),
      );
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "a state that remembers no place yet learns it, and changes nothing else",
    async () => {
      await synthesized(deployed);
      for (const stack of ["guardrails", "alarms", "threat-detection"]) {
        const { stdout } = await trial.deployment.terraform(stack, ["state", "list"]);
        const memory = stdout.split("\n").filter((address) => address.startsWith("terraform_data."));
        expect(memory.length).toBeGreaterThan(0);
        await trial.deployment.terraform(stack, ["state", "rm", ...memory]);
        const { output } = await trial.deployment.terraform(stack, ["apply", "-auto-approve"]);
        expect([stack, output]).toEqual([
          stack,
          expect.stringContaining(`Apply complete! Resources: ${memory.length} added, 0 changed, 0 destroyed.`),
        ]);
      }
      expect(await pendingChanges(trial.deployment)).toEqual([]);
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "the home Region moves as the runbook says, and leaves nothing behind",
    async () => {
      await synthesized(deployed);
      expect(await standing(OLD)).toBeGreaterThan(30);
      await destroyOne(trial.deployment, "alarms");
      await destroyOne(trial.deployment, "audit-trail");
      // The alarm on a rule that forwards GuardDuty's calls is the threat-detection stack's, and moves with it.
      expect(await standing(OLD)).toBe(1);

      trial.reconfigure({ ...moved, release: FORGOTTEN });
      expect(await applyAll(trial.deployment)).toEqual([]);
      trial.reconfigure(moved);
      expect(await applyAll(trial.deployment)).toEqual([]);
      expect(await pendingChanges(trial.deployment)).toEqual([]);
      expect(await standing(NEW)).toBeGreaterThan(30);
      expect(await standing(OLD)).toBe(0);
      // The global Region has rules of the alarms stack, and every governed one those of threat detection.
      expect(await onDeadLetters(OLD)).toEqual([
        "org-baseline-alarms-dead-letters-delivery",
        "org-baseline-threat-detection-dead-letters-delivery",
      ]);
      await synthesized(deployed);
      expect((await planMessages(trial.deployment, "guardrails")).errors).toContain(stays("homeRegion", NEW, OLD));
    },
    DEPLOY_TIMEOUT_MS,
  );
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { existingOrganization } from "../../emulator/organization-seed";
import { PROVIDER_VERSIONS } from "../../catalogue/aws/provider-versions";
import { configuration, inTrialAccounts } from "../support/configuration";
import { inForm } from "../support/examples";
import { describeE2E } from "./support/describe-e2e";
import { planMessages } from "./support/plan-messages";
import { applyOne } from "./support/terraform-alone";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const STACK = "guardrails";
const deployed = inTrialAccounts(configuration());
const REFUSAL =
  'terraform.awsProvider must stay "portable" until AWS provider 6 has written the Regions into this state, got "6": first deploy this form with the newer provider, as docs/runbooks/changes.md says (From one provider form to the other)';

describeE2E("the compact form over a state of provider 5.100", () => {
  let trial: Trial;

  /**
   * Changes a text of what was synthesized. Provider 6 cannot be had here: this stack names no Region on a resource, so
   * that 5.100 can plan its compact form where it is admitted, and its newer schema is stood in for by its name.
   */
  const pretend = (text: string, instead: string): void => {
    const file = join(trial.deployment.outDir, "stacks", STACK, "cdk.tf.json");
    const written = readFileSync(file, "utf8");
    expect(written).toContain(JSON.stringify(text).slice(1, -1));
    writeFileSync(file, written.replaceAll(JSON.stringify(text).slice(1, -1), JSON.stringify(instead).slice(1, -1)));
  };
  const terraform = (...args: string[]) => trial.deployment.terraform(STACK, args);

  const planCompact = async (): Promise<readonly string[]> => {
    trial.reconfigure(inForm(deployed, "6"));
    expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
    pretend(PROVIDER_VERSIONS["6"], PROVIDER_VERSIONS.portable);
    const { errors } = await planMessages(trial.deployment, STACK);
    return errors;
  };

  beforeAll(async () => {
    trial = await Trial.start({ seed: existingOrganization, config: deployed });
    await applyOne(trial.deployment, STACK);
  }, PLAN_TIMEOUT_MS);

  afterAll(() => trial.end());

  test(
    "is refused",
    async () => {
      expect(await planCompact()).toEqual([REFUSAL]);
    },
    PLAN_TIMEOUT_MS,
  );

  test(
    "is planned after the newer provider wrote it in the portable form",
    async () => {
      trial.reconfigure(deployed);
      expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
      pretend('"region") ? "6"', '"id") ? "6"');
      expect((await terraform("apply", "-auto-approve")).output).toContain("0 added, 1 changed, 0 destroyed");
      expect(await planCompact()).toEqual([]);
    },
    PLAN_TIMEOUT_MS,
  );
});

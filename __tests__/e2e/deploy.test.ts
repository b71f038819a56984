import { Clients, readOrganization } from "../../organization";
import { parseConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { configuration } from "../support/configuration";
import { describeAlarms } from "./deployed/alarms";
import { describeAuditTrail } from "./deployed/audit-trail";
import { deployed, type Deployed } from "./deployed/deployed";
import { describeGuardrails } from "./deployed/guardrails";
import { describeRootAccess } from "./deployed/root-access";
import { describeThreatDetection } from "./deployed/threat-detection";
import { describeE2E } from "./support/describe-e2e";
import { DEPLOY_TIMEOUT_MS, PLAN_TIMEOUT_MS } from "./support/timeouts";
import { STACKS } from "./support/stacks";
import { Trial } from "./support/trial";

describeE2E("cdktf deploy '*' of the shipped configuration", () => {
  let trial: Trial;
  let result: Deployed;

  beforeAll(async () => {
    trial = await Trial.start({ seed: existingOrganization, config: configuration() });
    expect(await trial.deployment.deploy()).toMatchObject({ exitCode: 0 });
    const baseline = parseConfig(configuration());
    result = deployed(baseline, await readOrganization(new Clients(baseline, trial.emulator.env), baseline));
  }, DEPLOY_TIMEOUT_MS);

  afterAll(() => trial.end());

  describeRootAccess(() => result);
  describeGuardrails(() => result);
  describeAuditTrail(() => result);
  describeAlarms(() => result);
  describeThreatDetection(() => result);

  describe("afterwards", () => {
    test.each(STACKS)(
      "cdktf diff %s has nothing to change",
      async (stack) => {
        // The configuration is the same for all five: the first diff synthesizes it.
        const flags = stack === STACKS[0] ? [] : ["--skip-synth"];
        const { exitCode, output } = await trial.deployment.diff(stack, flags);
        expect({ exitCode, output }).toEqual({
          exitCode: 0,
          output: expect.stringContaining("No changes. Your infrastructure matches the configuration.") as unknown,
        });
      },
      PLAN_TIMEOUT_MS,
    );

    test(
      "one stack can be deployed alone",
      async () => {
        trial.reconfigure(configuration({ tags: { Owner: "somebody-else" } }));
        const { exitCode, output } = await trial.deployment.deploy(["root-access"]);
        expect({ exitCode, output }).toEqual({
          exitCode: 0,
          output: expect.stringMatching(/Apply complete! Resources: 0 added, 3 changed, 0 destroyed\./) as unknown,
        });
      },
      PLAN_TIMEOUT_MS,
    );

    test(
      "one stack that others come before can be deployed alone where that is said",
      async () => {
        const alone = await trial.deployment.deploy(["alarms"], ["--ignore-missing-stack-dependencies"]);
        expect(alone).toMatchObject({ exitCode: 0 });
        expect(alone.output).toMatch(/Apply complete! Resources: 0 added, \d+ changed, 0 destroyed\./);
      },
      PLAN_TIMEOUT_MS,
    );

    test(
      "Terraform alone plans and applies the output, without the CLI",
      async () => {
        const { deployment } = trial;
        expect(await deployment.terraform("guardrails", ["plan", "-detailed-exitcode"])).toMatchObject({ exitCode: 2 });
        expect(await deployment.terraform("guardrails", ["apply", "-auto-approve"])).toMatchObject({ exitCode: 0 });
        expect(await deployment.terraform("guardrails", ["plan", "-detailed-exitcode"])).toMatchObject({ exitCode: 0 });
      },
      PLAN_TIMEOUT_MS,
    );
  });
});

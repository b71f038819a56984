import { CreateEventBusCommand } from "@aws-sdk/client-eventbridge";
import { CreateDetectorCommand } from "@aws-sdk/client-guardduty";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { Clients } from "../../organization";
import { readDetector } from "../../organization/services/detectors";
import { parseConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { configuration } from "../support/configuration";
import { collisions } from "./support/collisions";
import { describeE2E } from "./support/describe-e2e";
import { importId } from "./support/import-ids";
import { pendingChanges } from "./support/pending-changes";
import { applyAll } from "./support/terraform-alone";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const MANAGEMENT = "111111111111";
const SECURITY = "222222222222";
const MOST_APPLIES = 6;
const baseline = parseConfig(configuration());

/** What the killed apply was about to create, in stacks that it had not reached. */
const LEFT_BEHIND = {
  "aws_cloudwatch_event_bus.alert-bus_bus": "org-baseline-alerts",
  "aws_guardduty_detector.eu-west-1_security_detector": expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
  "aws_iam_role.forward-findings_role": "org-baseline-forward-findings",
};

const NOBODY = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Principal: "*", Action: "sts:AssumeRole" }],
};

/** What calls leave behind whose answers nobody waited for. */
async function leaveBehind(clients: Clients): Promise<void> {
  await clients
    .at(MANAGEMENT)
    .eventBridge()
    .send(new CreateEventBusCommand({ Name: "org-baseline-alerts" }));
  await clients
    .at(SECURITY, "eu-west-1")
    .guardDuty()
    .send(new CreateDetectorCommand({ Enable: true }));
  const role = { RoleName: "org-baseline-forward-findings", AssumeRolePolicyDocument: JSON.stringify(NOBODY) };
  await clients.at(SECURITY).iam().send(new CreateRoleCommand(role));
}

describeE2E("an apply that was killed", () => {
  let trial: Trial;
  afterAll(() => trial.end());

  /** Deploys until it succeeds, adopting after each apply what it says exists already. */
  async function deployAndAdopt(clients: Clients): Promise<Readonly<Record<string, string>>> {
    const adopt: Record<string, string> = {};
    const applied = new Set<string>();
    for (let applies = 0; applies < MOST_APPLIES; applies += 1) {
      const failures = (await applyAll(trial.deployment, applied)).join("\n");
      if (failures === "") return adopt;
      const found = collisions(failures);
      if (found.length === 0)
        throw new Error(`an apply failed on something else than what exists already:\n${failures}`);
      for (const address of found) adopt[address] = await importId(address, trial.deployment, clients, baseline);
      trial.reconfigure(configuration({ adopt }));
    }
    throw new Error(`still not deployed after ${MOST_APPLIES} applies, adopting ${Object.keys(adopt).join(", ")}`);
  }

  test(
    "is applied again, and what it left behind is adopted until nothing is left to change",
    async () => {
      let reached = (): void => undefined;
      const underWay = new Promise<void>((resolve) => (reached = resolve));
      trial = await Trial.start({
        seed: existingOrganization,
        config: configuration(),
        // The trail's stack has begun; alarms and threat detection have not.
        log: (line) => {
          if (/^200 kms:CreateKey /.test(line)) reached();
        },
      });
      const interrupted = trial.deployment.deploy();
      await Promise.race([underWay, interrupted]);
      await trial.deployment.kill();
      expect((await interrupted).exitCode).toBeNull();

      const clients = new Clients(baseline, trial.emulator.env);
      await leaveBehind(clients);
      const detector = await readDetector(clients.at(SECURITY, "eu-west-1").guardDuty());

      expect(await deployAndAdopt(clients)).toMatchObject(LEFT_BEHIND);
      expect(await pendingChanges(trial.deployment)).toEqual([]);
      const adopted = await readDetector(clients.at(SECURITY, "eu-west-1").guardDuty());
      expect(adopted).toMatchObject({ id: detector?.id, findingFrequency: "FIFTEEN_MINUTES" });
    },
    2 * DEPLOY_TIMEOUT_MS,
  );
});

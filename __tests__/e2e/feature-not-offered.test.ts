import type { BaselineConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { applyOne } from "./support/terraform-alone";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const STACK = "threat-detection";
const LACKS = ["EBS_MALWARE_PROTECTION", "EC2_AGENT_MANAGEMENT"] as const;

const config = (changes: Partial<Extract<BaselineConfig["threatDetection"], { mode: "create" }>>): BaselineConfig =>
  configuration({
    regions: ["us-east-1"],
    threatDetection: { mode: "create", features: ["RUNTIME_MONITORING"], ...changes },
  });

describeE2E("a protection plan and an agent that a Region refuses by name", () => {
  let trial: Trial;
  afterAll(() => trial.end());

  test(
    "stop the deploy until they are excluded, chosen or not; the second plan is empty then",
    async () => {
      trial = await Trial.start({
        seed: { ...existingOrganization, guardDutyNotOffered: { "us-east-1": LACKS } },
        config: config({}),
      });
      await expect(applyOne(trial.deployment, STACK)).rejects.toThrow(/invalid or out-of-range value/);
      trial.reconfigure(config({ unavailableFeatures: { "us-east-1": ["EBS_MALWARE_PROTECTION"] } }));
      await expect(applyOne(trial.deployment, STACK)).rejects.toThrow(/invalid or out-of-range value/);
      trial.reconfigure(config({ unavailableFeatures: { "us-east-1": [...LACKS] } }));
      await applyOne(trial.deployment, STACK);
      const plan = await trial.deployment.terraform(STACK, ["plan", "-detailed-exitcode"]);
      expect(plan).toMatchObject({ exitCode: 0 });
    },
    DEPLOY_TIMEOUT_MS,
  );
});

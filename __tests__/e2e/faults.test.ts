import { existingOrganization } from "../../emulator/organization-seed";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { pendingChanges } from "./support/pending-changes";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

/** One request in five is throttled or answered 503, whoever asks. */
const FAULT_RATE = 0.2;
/** The provider asks three times for a role, whatever its own retries; pipelines in busy accounts set this too. */
const RETRIES = { AWS_MAX_ATTEMPTS: "25" };
const MOST_APPLIES = 3;

describeE2E("throttling and failures of AWS during an apply", () => {
  let trial: Trial;
  let faults = 0;
  afterAll(() => trial.end());

  test(
    "are waited out, and nothing is left to change",
    async () => {
      trial = await Trial.start({
        seed: existingOrganization,
        config: configuration(),
        env: RETRIES,
        faultRate: FAULT_RATE,
        log: (line) => {
          if (line.startsWith("503 ")) faults += 1;
        },
      });
      const exitCodes: (number | null)[] = [];
      while (exitCodes.at(-1) !== 0 && exitCodes.length < MOST_APPLIES)
        exitCodes.push((await trial.deployment.deploy()).exitCode);
      expect(exitCodes.at(-1)).toBe(0);
      expect(faults).toBeGreaterThan(50);
      await trial.emulator.setFaultRate(0);
      expect(await pendingChanges(trial.deployment)).toEqual([]);
    },
    DEPLOY_TIMEOUT_MS,
  );
});

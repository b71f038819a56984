import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Deployment } from "../../terraform/deployment";
import { startEmulator } from "../../emulator/start";
import { auditTrail } from "./refusals/audit-trail";
import { guardrails } from "./refusals/guardrails";
import { identity } from "./refusals/identity";
import type { Refusal } from "./refusals/refusal";
import { rootAccess } from "./refusals/root-access";
import { threatDetection } from "./refusals/threat-detection";
import { describeE2E } from "./support/describe-e2e";
import { planErrors } from "./support/plan-errors";
import { sessionIn } from "./support/session";
import { withLocalState, Workshop } from "./support/trial";

const TIMEOUT_MS = 120_000;

/** Terraform initializes a stack once, whatever the configuration. */
async function initialize(deployment: Deployment, stack: string): Promise<void> {
  if (existsSync(join(deployment.outDir, "stacks", stack, ".terraform"))) return;
  expect(await deployment.terraform(stack, ["init"])).toMatchObject({ exitCode: 0 });
}

describeE2E("a plan refuses", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => workshop.remove());

  async function refused({ stack, seed, config, caller }: Refusal): Promise<readonly string[]> {
    const emulator = await startEmulator({ seed });
    try {
      workshop.configure(withLocalState(config));
      const deployment = workshop.deployment(caller === undefined ? emulator.env : await sessionIn(caller, emulator));
      expect(await deployment.synth()).toMatchObject({ exitCode: 0 });
      await initialize(deployment, stack);
      return await planErrors(deployment, stack);
    } finally {
      await emulator.stop();
    }
  }

  test.each([...identity, ...rootAccess, ...guardrails, ...auditTrail, ...threatDetection])(
    "$what ($stack)",
    async (refusal) => expect(await refused(refusal)).toEqual([...refusal.errors].sort()),
    TIMEOUT_MS,
  );
});

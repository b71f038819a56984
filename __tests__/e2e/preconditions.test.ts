import { startEmulator, type Emulator } from "../../emulator/start";
import { auditTrail } from "./refusals/audit-trail";
import { guardrails } from "./refusals/guardrails";
import { identity } from "./refusals/identity";
import type { Refusal } from "./refusals/refusal";
import { rootAccess } from "./refusals/root-access";
import { threatDetection } from "./refusals/threat-detection";
import { describeE2E } from "./support/describe-e2e";
import { planMessages } from "./support/plan-messages";
import { sessionIn } from "./support/session";
import { initialize } from "./support/terraform-alone";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";
import { withLocalState, Workshop } from "./support/trial";

describeE2E("a plan refuses", () => {
  /** One synth for each configuration; a plan leaves it as it is. */
  const workshops = new Map<string, Workshop>();
  /** A plan changes nothing, so the next refusal of the same organization asks the same emulator. */
  let running: { readonly key: string; readonly emulator: Emulator } | undefined;

  const stop = async (): Promise<void> => {
    await running?.emulator.stop();
    running = undefined;
  };

  afterAll(async () => {
    await stop();
    for (const workshop of workshops.values()) workshop.remove();
  });

  async function organization(seed: Refusal["seed"]): Promise<Emulator> {
    const key = JSON.stringify(seed);
    if (running?.key === key) return running.emulator;
    await stop();
    const emulator = await startEmulator({ seed });
    running = { key, emulator };
    return emulator;
  }

  async function synthesized(config: Refusal["config"]): Promise<Workshop> {
    const key = JSON.stringify(config);
    const known = workshops.get(key);
    if (known !== undefined) return known;
    const workshop = new Workshop();
    workshops.set(key, workshop);
    workshop.configure(withLocalState(config));
    expect(await workshop.deployment({}).synth()).toMatchObject({ exitCode: 0 });
    return workshop;
  }

  async function refused({ stack, seed, config, caller }: Refusal): Promise<readonly string[]> {
    const [emulator, workshop] = await Promise.all([organization(seed), synthesized(config)]);
    const deployment = workshop.deployment(caller === undefined ? emulator.env : await sessionIn(caller, emulator));
    await initialize(deployment, stack);
    return (await planMessages(deployment, stack)).errors;
  }

  test.each([...identity, ...rootAccess, ...guardrails, ...auditTrail, ...threatDetection])(
    "$what ($stack)",
    async (refusal) => expect(await refused(refusal)).toEqual([...refusal.errors].sort()),
    PLAN_TIMEOUT_MS,
  );
});

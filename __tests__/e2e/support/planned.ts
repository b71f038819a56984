import type { BaselineConfig } from "../../../config";
import { plannedChanges } from "../../../terraform/planned-changes";
import { planMessages } from "./plan-messages";
import type { Trial } from "./trial";

/** Every change that the next plan of a stack would make under a configuration, and what that plan says. */
export async function plannedOf(trial: Trial, stack: string, config: BaselineConfig) {
  trial.reconfigure(config);
  expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
  const messages = await planMessages(trial.deployment, stack);
  if (messages.errors.length > 0) return { changes: [], ...messages };
  await trial.deployment.terraform(stack, ["plan", "-out=next.tfplan"]);
  const { stdout } = await trial.deployment.terraform(stack, ["show", "-json", "next.tfplan"]);
  return {
    changes: plannedChanges(stdout).map(({ address, actions }) => `${actions.join(" ")} ${address}`),
    ...messages,
  };
}

import type { BaselineConfig } from "../../../config";
import { plannedChanges } from "../../../terraform/planned-changes";
import { withGuardrails } from "../../support/configuration";
import { planMessages } from "./plan-messages";
import type { Trial } from "./trial";

/** What Terraform says where policies come and go in one deploy. */
export const ORDER = "Check block assertion failed";

/** A plan that neither changes nor says anything. */
export const NOTHING = { changes: [], errors: [], warnings: [] };

/** A configuration that attaches these guardrails. */
export const attaching = (...attach: BaselineConfig["guardrails"]["attach"]): BaselineConfig =>
  withGuardrails({ attach });

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

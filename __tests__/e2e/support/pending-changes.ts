import type { Deployment } from "../../../terraform/deployment";
import { STACKS } from "./stacks";

/** What plans of the deployed stacks would still change: nothing, once everything has converged. */
export async function pendingChanges(deployment: Deployment): Promise<readonly string[]> {
  const pending: string[] = [];
  for (const stack of STACKS) {
    const { exitCode, output } = await deployment.terraform(stack, ["plan", "-detailed-exitcode"]);
    if (exitCode !== 0) pending.push(`${stack}:\n${output}`);
  }
  return pending;
}

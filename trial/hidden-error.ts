import type { CommandResult, Deployment } from "../terraform/deployment";
import { namesError } from "../terraform/command-failure";
import { finishedStacks } from "./finished-stacks";

type Deployed = Pick<Deployment, "dependencies" | "terraform">;

/** Stacks that were not finished although nothing stood before them: the deployment ended in one of these. */
export function endedIn(dependencies: Readonly<Record<string, readonly string[]>>, output: string): readonly string[] {
  const finished = finishedStacks(output);
  return Object.entries(dependencies)
    .filter(([stack, before]) => !finished.has(stack) && before.every((name) => finished.has(name)))
    .map(([stack]) => stack);
}

/**
 * The CDKTF CLI often loses the last lines that Terraform prints, and the error stands there. Terraform is asked again,
 * without the CLI. Only for a trial: what failed is tried again.
 */
export async function withHiddenError(deployment: Deployed, result: CommandResult): Promise<CommandResult> {
  if (result.exitCode === 0 || result.exitCode === null || namesError(result.output)) return result;
  for (const stack of endedIn(deployment.dependencies(), result.output)) {
    const { output } = await deployment.terraform(stack, ["apply", "-auto-approve", "-input=false"]);
    if (namesError(output)) return { ...result, output };
  }
  return result;
}

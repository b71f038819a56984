import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Deployment } from "../../../terraform/deployment";

/**
 * Terraform without the CDKTF CLI, for tests of which the CLI is no part: no second synth, no second process a stack.
 * Synthesized is what `deployment.synth()` wrote last.
 */

/** Terraform initializes a stack once, whatever the configuration. Throws where that fails. */
export async function initialize(deployment: Deployment, stack: string): Promise<void> {
  if (existsSync(join(deployment.outDir, "stacks", stack, ".terraform"))) return;
  await succeeding(deployment, stack, ["init"]);
}

/** Runs a command in the folder of a stack. Throws with its output where it fails. */
async function succeeding(deployment: Deployment, stack: string, args: readonly string[]): Promise<void> {
  const { exitCode, output } = await deployment.terraform(stack, args);
  if (exitCode !== 0) throw new Error(`terraform ${args.join(" ")} of ${stack} ended with ${exitCode}:\n${output}`);
}

/**
 * Synthesizes, and applies each stack as soon as those before it are applied, as the CLI does. Answers why stacks were
 * not applied: nothing where all of them were.
 * @param applied - stacks to leave alone; those that succeed are added
 */
export async function applyAll(deployment: Deployment, applied = new Set<string>()): Promise<readonly string[]> {
  const synthesized = await deployment.synth();
  if (synthesized.exitCode !== 0) return [synthesized.output];
  const dependencies = deployment.dependencies();
  const failures: string[] = [];
  const underWay = new Map<string, Promise<void>>();

  const applying = async (stack: string): Promise<void> => {
    const before = dependencies[stack] ?? [];
    await Promise.all(before.map(once));
    if (applied.has(stack) || !before.every((other) => applied.has(other))) return;
    try {
      // An interrupted command may have left half of what `init` makes.
      await succeeding(deployment, stack, ["init"]);
      await succeeding(deployment, stack, ["apply", "-auto-approve"]);
      applied.add(stack);
    } catch (problem) {
      failures.push(String(problem));
    }
  };
  const once = (stack: string): Promise<void> => {
    const running = underWay.get(stack) ?? applying(stack);
    underWay.set(stack, running);
    return running;
  };

  await Promise.all(deployment.stacks().map(once));
  return failures;
}

/** Synthesizes and applies one stack. Throws where that fails. */
export async function applyOne(deployment: Deployment, stack: string): Promise<void> {
  const { exitCode, output } = await deployment.synth();
  if (exitCode !== 0) throw new Error(output);
  await initialize(deployment, stack);
  await succeeding(deployment, stack, ["apply", "-auto-approve"]);
}

/** Destroys one stack. Throws where that fails. */
export const destroyOne = (deployment: Deployment, stack: string): Promise<void> =>
  succeeding(deployment, stack, ["destroy", "-auto-approve"]);

import { ALL_LINES, CommandFailure } from "../../terraform/command-failure";
import type { FailedStack, PlannedStack } from "../../terraform/planning/plan-stacks";
import type { Session } from "../session";

/** What became of the stacks. */
export interface Applied {
  readonly applied: readonly string[];
  readonly failed: readonly FailedStack[];
  /** Stacks that were not begun, as one before them failed. */
  readonly left: readonly string[];
}

/** What Terraform says when it has done something to a resource. */
const DONE = /: (Creation|Modifications|Destruction|Import) complete/;

/**
 * Applies plans one after the other, each stack after those that it depends on. Ends with the first that fails, so that
 * a person sees it before anything else changes.
 */
export async function applyStacks(
  { commands, progress }: Pick<Session, "commands" | "progress">,
  plans: readonly PlannedStack[],
): Promise<Applied> {
  const applied: string[] = [];
  for (const [index, { name, planFile }] of plans.entries()) {
    let done = 0;
    progress.tell(name, "apply");
    const log = (line: string) => {
      if (!DONE.test(line)) return;
      done += 1;
      progress.count(name, `apply, ${done} done`);
    };
    const why = await commands.terraform(name, ["apply", "-input=false", planFile], { log }).then(
      (result) =>
        result.exitCode === 0 ? undefined : new CommandFailure(`${commands.tool} apply`, result, ALL_LINES).message,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (why !== undefined) {
      progress.tell(name, "failed");
      return { applied, failed: [{ name, why }], left: plans.slice(index + 1).map((plan) => plan.name) };
    }
    progress.tell(name, "applied");
    applied.push(name);
  }
  return { applied, failed: [], left: [] };
}

import type { CommandResult, Deployment, PlannedChange } from "../terraform/deployment";
import { succeeded } from "../terraform/command-failure";
import type { Report } from "./progress";

/** What a diff of a stack would change. */
export interface StackDiff {
  readonly stack: string;
  readonly changes: readonly PlannedChange[];
}

type Diffing = Pick<Deployment, "synth" | "stacks" | "diff" | "changes">;

/** Two providers at a time keep a machine of two cores busy and its memory small. */
const AT_ONCE = 2;

const saysNoChanges = ({ output }: CommandResult): boolean =>
  output.includes("No changes. Your infrastructure matches");

/** `cdktf diff` of every stack, on what is synthesized anew, once for all of them. */
export async function diffEveryStack(deployment: Diffing, report: Report): Promise<readonly StackDiff[]> {
  succeeded("synth", await deployment.synth());
  const stacks = deployment.stacks();
  const queue = [...stacks];
  const diffs: StackDiff[] = [];
  const work = async () => {
    for (let stack = queue.shift(); stack !== undefined; stack = queue.shift()) {
      report(`${diffs.length} of ${stacks.length} stacks, at ${stack}`);
      const diff = succeeded(`cdktf diff ${stack}`, await deployment.diff(stack, ["--skip-synth"]));
      diffs.push({ stack, changes: saysNoChanges(diff) ? [] : await deployment.changes(stack) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return diffs;
}

/** What is left to change, a line for each thing. */
export const changeLines = (diffs: readonly StackDiff[]): readonly string[] =>
  diffs.flatMap(({ stack, changes }) =>
    changes.map(({ address, actions }) => `  ${stack}: ${actions.join(" and ")} ${address}`),
  );

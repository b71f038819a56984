import type { ChangeCounts } from "../../terraform/plan-folder";
import type { FailedStack } from "../../terraform/planning/plan-stacks";
import { mistake } from "../contract/mistake";
import { table } from "../output/table";

/** Columns of the table that are always there, and those that are there where something is counted. */
const [ALWAYS, WHERE_COUNTED] = [
  ["add", "change", "destroy", "import", "replace"],
  ["forget", "move", "output"],
] as const;

/** What each stack would change, a row for each; of one that failed, that it did. */
export function changesTable(
  stacks: readonly string[],
  planned: readonly { readonly name: string; readonly changes: ChangeCounts }[],
): string {
  const counted = WHERE_COUNTED.filter((column) => planned.some(({ changes }) => changes[column] > 0));
  const columns = [...ALWAYS, ...counted];
  const rows = stacks.map((stack) => {
    const changes = planned.find(({ name }) => name === stack)?.changes;
    return [stack, ...(changes === undefined ? ["failed"] : columns.map((column) => String(changes[column])))];
  });
  return table([["stack", ...columns], ...rows]);
}

/** Why stacks failed, in Terraform's own words, one after the other. */
export const failuresText = (failed: readonly FailedStack[]): string =>
  failed.map(({ name, why }) => `${name}: ${why}\n`).join("\n");

/** The stacks that were named, or all. Throws a Mistake for a name that is none. */
export function chosenStacks(all: readonly string[], named: readonly string[]): readonly string[] {
  const unknown = named.find((name) => !all.includes(name));
  if (unknown !== undefined) mistake("a stack", `be one of ${all.join(", ")}`, unknown);
  return named.length === 0 ? all : all.filter((stack) => named.includes(stack));
}

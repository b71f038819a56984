import { blocksOf, type TerraformJson } from "../../terraform/blocks";
import { expressionProblems } from "../../terraform/handed-over/expressions";
import type { StackJson } from "./synthesized";
import { isValues, NOWHERE, type Thing } from "./thing";

/** The type of the things here: a block whose expressions call what no stack of ours calls, or cannot be read. */
export const CALLS = "calls";

function problemsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return expressionProblems(value);
  if (!isValues(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...expressionProblems(key), ...problemsIn(inner)]);
}

/** Blocks whose expressions do what the baseline's never do: read a file of the machine, or hide a value. */
export const callsOf = (stack: string, json: StackJson): readonly Thing[] =>
  blocksOf(json as TerraformJson).flatMap(([address, body]) => {
    const problems = [...new Set(problemsIn(body))].sort();
    const label = address.split(".").at(-1) ?? address;
    return problems.length === 0 ? [] : [{ stack, address, type: CALLS, label, ...NOWHERE, values: { problems } }];
  });

import { expressionProblems } from "../../terraform/handed-over/expressions";
import type { StackJson } from "./synthesized";
import { isValues, NOWHERE, type Thing, type Values } from "./thing";

/** The type of the things here: a block whose expressions call what no stack of ours calls, or cannot be read. */
export const CALLS = "calls";

/** Kinds of blocks of which each has a type and a name; the others have a name. */
const TYPED = ["resource", "data"];

function problemsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return expressionProblems(value);
  if (!isValues(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...expressionProblems(key), ...problemsIn(inner)]);
}

type Addressed = readonly [address: string, label: string, body: unknown];

const entries = (value: unknown): readonly (readonly [string, unknown])[] =>
  Object.entries(isValues(value) ? value : {});

const blocksIn = (json: StackJson): readonly Addressed[] =>
  Object.entries(json as Values).flatMap(([kind, all]): readonly Addressed[] => {
    if (!TYPED.includes(kind)) return entries(all).map(([name, body]) => [`${kind}.${name}`, name, body]);
    return entries(all).flatMap(([type, byName]) =>
      entries(byName).map(([name, body]): Addressed => {
        const address = `${type}.${name}`;
        return [kind === "data" ? `data.${address}` : address, name, body];
      }),
    );
  });

/** Blocks whose expressions do what the baseline's never do: read a file of the machine, or hide a value. */
export const callsOf = (stack: string, json: StackJson): readonly Thing[] =>
  blocksIn(json).flatMap(([address, label, body]) => {
    const problems = [...new Set(problemsIn(body))].sort();
    return problems.length === 0 ? [] : [{ stack, address, type: CALLS, label, ...NOWHERE, values: { problems } }];
  });

import { inputOfPlans, planOf, type ReviewInput, type Synthesized } from "../../review";
import { readPlanFolder } from "../../terraform/plan-folder";
import { readPlanJson } from "../../terraform/planning/plan-json";

const parsed = (texts: readonly (readonly [stack: string, text: string | undefined])[]): Synthesized =>
  Object.fromEntries(
    texts.flatMap(([stack, text]) =>
      text === undefined ? [] : [[stack, JSON.parse(text) as Synthesized[string]] as const],
    ),
  );

/** What the plans of a folder change. */
export function changedByPlans(path: string): ReviewInput {
  const { stacks, organization, manifest } = readPlanFolder(path);
  return inputOfPlans(
    stacks.map(({ name, json }) => ({ stack: name, plan: planOf(readPlanJson(json), `the plan of ${name}`) })),
    organization,
    manifest.base === null
      ? undefined
      : {
          before: parsed(stacks.map(({ name, base }) => [name, base])),
          after: parsed(stacks.map(({ name, synthesized }) => [name, synthesized])),
        },
  );
}

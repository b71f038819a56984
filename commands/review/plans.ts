import { inputOfPlans, planOf, type ReviewInput } from "../../review";
import { readPlanFolder } from "../../terraform/plan-folder";
import { readPlanJson } from "../../terraform/planning/plan-json";

/** What the plans of a folder change. */
export function changedByPlans(path: string): ReviewInput {
  const { stacks, organization } = readPlanFolder(path);
  return inputOfPlans(
    stacks.map(({ name, json }) => ({ stack: name, plan: planOf(readPlanJson(json), `the plan of ${name}`) })),
    organization,
  );
}

import { inputOfPlans, planOf, type ReviewInput } from "../../review";
import { readPlanFolder } from "../../terraform/plan-folder";
import { mistake } from "../contract/mistake";

/** What the plans of a folder change. */
export function changedByPlans(path: string): ReviewInput {
  const { stacks, organization, manifest } = readPlanFolder(path);
  if (stacks.length === 0) mistake(path, "hold the plan of at least one stack", manifest.stacks);
  return inputOfPlans(
    stacks.map(({ name, json }) => ({ stack: name, plan: planOf(JSON.parse(json), `the plan of ${name}`) })),
    organization,
  );
}

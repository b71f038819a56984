import type { EventPattern } from "./ast";
import { refuse } from "./error";

/**
 * Refuses a field that is tested inside a `$or` and also beside it: EventBridge's matcher keeps only one of the two
 * (github.com/aws/event-ruler, JsonRuleCompiler.java: the later one replaces the earlier), which nobody means.
 *
 * @returns every path that the pattern tests.
 */
export const refuseOverlaps = (pattern: EventPattern): ReadonlySet<string> => {
  const tested = new Set<string>();
  for (const goal of pattern.goals) {
    const paths =
      goal.kind === "field" ? [goal.path] : new Set(goal.alternatives.flatMap((each) => [...refuseOverlaps(each)]));
    for (const path of paths) {
      if (tested.has(path)) refuse(path, "be tested either inside $or or beside it", "both");
      tested.add(path);
    }
  }
  return tested;
};

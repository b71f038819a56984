import { refuse } from "../refuse";
import type { ChoiceGoal, Combination, FieldGoal, Goals } from "./ast";
import { checkField } from "./field-limits";
import { identitiesOf } from "./identity";
import { EVENT_PATTERN_MAX_COMBINATIONS } from "./quotas";

/** What EventBridge counts: the product of the lengths of all `$or`, those inside one another included. */
const countOf = (goals: Goals): number =>
  goals.reduce((product, goal) => {
    if (goal.kind === "field") return product;
    return goal.alternatives.reduce((inner, each) => inner * countOf(each), product * goal.alternatives.length);
  }, 1);

const pathsOf = (goals: Goals): readonly string[] =>
  goals.flatMap((goal) => (goal.kind === "field" ? [goal.path] : [...new Set(goal.alternatives.flatMap(pathsOf))]));

/**
 * Refuses a field that is tested inside a `$or` and also beside it: EventBridge's matcher keeps only one of the two
 * (github.com/aws/event-ruler, JsonRuleCompiler.java: the later one replaces the earlier), which nobody means.
 */
const refuseOverlaps = (goals: Goals): void => {
  const paths = pathsOf(goals);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) refuse(twice, "be tested either inside $or or beside it", "both");
  for (const goal of goals) if (goal.kind === "or") goal.alternatives.forEach(refuseOverlaps);
};

const expand = (goals: Goals): readonly Combination[] =>
  goals.reduce<readonly Combination[]>(
    (before, goal) => before.flatMap((done) => waysOf(goal).map((way) => [...done, ...way])),
    [[]],
  );

const waysOf = (goal: FieldGoal | ChoiceGoal): readonly Combination[] =>
  goal.kind === "field" ? [[goal]] : goal.alternatives.flatMap(expand);

const byPath = (left: FieldGoal, right: FieldGoal): number => (left.path < right.path ? -1 : 1);

/**
 * Refuses a combination that the matcher drops: one that has the fields of an earlier one and shares a value with it in
 * each of them is taken for the same, and its other values are lost. Where it has no others nothing is lost.
 * Source: github.com/aws/event-ruler 2.1.0, GenericMachine.java, addStep; read 2026-11-25.
 */
const refuseDropped = (combinations: readonly Combination[], root: string): void => {
  const seen = new Map<string, (readonly ReadonlySet<string>[])[]>();
  for (const combination of combinations) {
    const fields = JSON.stringify(combination.map(({ path }) => path));
    const values = combination.map(({ matchers }) => new Set(matchers.flatMap(identitiesOf)));
    const earlier = seen.get(fields) ?? [];
    const isDropped = earlier.some(
      (other) =>
        other.every((known, index) => [...(values[index] ?? [])].some((each) => known.has(each))) &&
        !other.every((known, index) => [...(values[index] ?? [])].every((each) => known.has(each))),
    );
    if (isDropped)
      refuse(
        combination.map(({ path }) => path).join(", ") || root,
        "share no value among alternatives of $or on the same fields (EventBridge drops the later one)",
        combination.map(({ matchers }) => matchers),
      );
    seen.set(fields, [...earlier, values]);
  }
};

/**
 * The combinations of fields to which a pattern's `$or` expand, each in the order of paths in which EventBridge asks.
 *
 * @throws Refusal where there are too many, or the matcher would take them for others than are written
 */
export function combinationsOf(goals: Goals, root: string): readonly Combination[] {
  const count = countOf(goals);
  if (count > EVENT_PATTERN_MAX_COMBINATIONS)
    refuse(root, `make at most ${EVENT_PATTERN_MAX_COMBINATIONS} combinations of its $or`, count);
  refuseOverlaps(goals);
  const combinations = expand(goals).map((combination) => [...combination].sort(byPath));
  for (const path of new Set(pathsOf(goals)))
    checkField(
      path,
      combinations.flatMap((each) => each.filter((field) => field.path === path)),
    );
  refuseDropped(combinations, root);
  return combinations;
}

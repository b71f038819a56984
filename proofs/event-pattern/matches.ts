import type { EventPattern, FieldGoal } from "./ast";
import { type Leaf, leavesOf, type Positions } from "./leaves";
import { matchesValue } from "./matches-value";

type Goals = EventPattern["goals"];

/** Whether two values can lie in the same element of every array around them. */
const agree = (left: Positions, right: Positions): boolean =>
  [...left].every(([array, index]) => (right.get(array) ?? index) === index);

/** The ways to satisfy a field: each as the array elements that it settles on. An absent field settles on none. */
const waysToSatisfy = (goal: FieldGoal, leaves: readonly Leaf[]): readonly Positions[] => {
  const found = leaves.filter(({ path }) => path === goal.path);
  const passing = found.filter(({ value }) =>
    goal.matchers.some((matcher) => (matcher.kind === "exists" ? matcher.present : matchesValue(matcher, value))),
  );
  const mayBeAbsent = goal.matchers.some((matcher) => matcher.kind === "exists" && !matcher.present);
  return found.length === 0 && mayBeAbsent ? [new Map()] : passing.map(({ positions }) => positions);
};

const satisfiable = (goals: Goals, leaves: readonly Leaf[], settled: Positions): boolean => {
  const [goal, ...rest] = goals;
  if (goal === undefined) return true;
  if (goal.kind === "or")
    return goal.alternatives.some((each) => satisfiable([...each.goals, ...rest], leaves, settled));
  return waysToSatisfy(goal, leaves).some(
    (way) => agree(way, settled) && satisfiable(rest, leaves, new Map([...settled, ...way])),
  );
};

/**
 * Whether a rule with this pattern fires for the event.
 *
 * Every field must match; of an array, one element is enough, but two fields never match in different elements of the
 * same array. `exists` looks at scalars: an object, an empty array or an empty object does not exist, null does.
 * Source: EventBridge user guide, "Matching on multiple values in an event field" and "Exists matching"; its matcher,
 * github.com/aws/event-ruler, README, "JSON array matching"; read 2026-11-22.
 */
export const matchesEventPattern = (pattern: EventPattern, event: Readonly<Record<string, unknown>>): boolean =>
  satisfiable(pattern.goals, leavesOf(event), new Map());

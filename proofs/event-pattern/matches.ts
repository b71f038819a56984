import type { Combination, EventPattern, FieldGoal } from "./ast";
import { type Leaf, leavesOf, type Positions } from "./leaves";
import { matchesValue } from "./matches-value";

/** Whether two values can lie in the same element of every array around them. */
const agree = (left: Positions, right: Positions): boolean =>
  [...left].every(([array, index]) => (right.get(array) ?? index) === index);

/** A field of a combination, with the values that the event has there. */
interface Found {
  readonly mayBeAbsent: boolean;
  readonly found: readonly Leaf[];
  readonly passing: readonly Leaf[];
}

interface Step extends Found {
  /** The arrays on which this step and the later ones depend. */
  readonly arrays: ReadonlySet<string>;
}

const arraysOf = (leaves: readonly Leaf[]): readonly string[] =>
  leaves.flatMap(({ positions }) => [...positions.keys()]);

const foundBy = ({ path, matchers }: FieldGoal, leaves: ReadonlyMap<string, readonly Leaf[]>): Found => {
  const found = leaves.get(path) ?? [];
  return {
    mayBeAbsent: matchers.some((matcher) => matcher.kind === "exists" && !matcher.present),
    found,
    passing: found.filter(({ value }) =>
      matchers.some((matcher) => (matcher.kind === "exists" ? matcher.present : matchesValue(matcher, value))),
    ),
  };
};

const stepsOf = (fields: readonly Found[]): readonly Step[] =>
  fields.map((each, index) => ({
    ...each,
    arrays: new Set(fields.slice(index).flatMap(({ found }) => arraysOf(found))),
  }));

/** Whether the steps can be taken one after the other. A way that failed once is not tried again. */
const satisfiable = (steps: readonly Step[]): boolean => {
  const failed = new Set<string>();
  const goOn = (index: number, settled: Positions): boolean => {
    const step = steps[index];
    if (step === undefined) return true;
    const place = JSON.stringify([index, ...[...settled].filter(([array]) => step.arrays.has(array)).sort()]);
    if (failed.has(place)) return false;
    const { mayBeAbsent, found, passing } = step;
    const done =
      (mayBeAbsent && !found.some(({ positions }) => agree(positions, settled)) && goOn(index + 1, settled)) ||
      passing.some(
        ({ positions }) => agree(positions, settled) && goOn(index + 1, new Map([...settled, ...positions])),
      );
    if (!done) failed.add(place);
    return done;
  };
  return goOn(0, new Map());
};

/** Most combinations are settled field by field: none of a field's values will do, or no value lies in an array. */
const matchesCombination = (combination: Combination, leaves: ReadonlyMap<string, readonly Leaf[]>): boolean => {
  const fields = combination.map((goal) => foundBy(goal, leaves));
  if (fields.some(({ mayBeAbsent, passing }) => !mayBeAbsent && passing.length === 0)) return false;
  if (fields.some(({ found }) => found.some(({ positions }) => positions.size > 0)))
    return satisfiable(stepsOf(fields));
  return fields.every(({ found, passing }) => found.length === 0 || passing.length > 0);
};

/**
 * Whether a rule with this pattern fires for the event.
 *
 * Every field must match; of an array, one element is enough, but two fields never match in different elements of the
 * same array. Fields are asked for in the order of their paths, and `exists: false` is judged against the elements on
 * which the fields before it have settled. `exists` looks at scalars: an object, an empty array or an empty object does
 * not exist, null does. Source: EventBridge User Guide, "Matching on multiple values in an event field" and "Exists
 * matching", read 2026-11-22; github.com/aws/event-ruler 2.1.0, ACFinder.java and NameState.java, read 2026-11-25. A
 * test asks that matcher itself.
 *
 * @throws Refusal where the pattern compares a number whose text a double does not tell
 */
export const matchesEventPattern = (pattern: EventPattern, event: Readonly<Record<string, unknown>>): boolean => {
  const leaves = leavesOf(event);
  return pattern.combinations.some((combination) => matchesCombination(combination, leaves));
};

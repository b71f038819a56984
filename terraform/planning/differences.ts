import { canonical, keyOf, type AttributeChange, type NormalizedChange } from "./normalized-changes";

/** An attribute of which two plans say something else. Undefined where one of them leaves it alone. */
export interface AttributeDifference {
  readonly name: string;
  readonly isSensitive: boolean;
  readonly reviewed: AttributeChange | undefined;
  readonly now: AttributeChange | undefined;
}

/** A thing to which two plans would do something else. */
export interface Difference {
  readonly address: string;
  /** What the reviewed plan would do; undefined where it leaves the thing alone. */
  readonly reviewed: NormalizedChange | undefined;
  readonly now: NormalizedChange | undefined;
  /** Where both do the same kind of thing, in what they differ. */
  readonly attributes: readonly AttributeDifference[];
}

/** All of a change but its attributes: what kind of change it is. */
const kindOf = (change: NormalizedChange): string => canonical({ ...change, attributes: [], sensitive: [] });

function attributeDifferences(reviewed: NormalizedChange, now: NormalizedChange): readonly AttributeDifference[] {
  const names = [...new Set([reviewed, now].flatMap(({ attributes }) => Object.keys(attributes)))];
  return names
    .map((name) => ({
      name,
      isSensitive: [reviewed, now].some(({ sensitive }) => sensitive.includes(name)),
      reviewed: reviewed.attributes[name],
      now: now.attributes[name],
    }))
    .filter(({ reviewed: left, now: right }) => canonical(left ?? null) !== canonical(right ?? null));
}

/** In what two plans differ, whatever the order of their changes. Nothing where they would do the same. */
export function differences(
  reviewed: readonly NormalizedChange[],
  now: readonly NormalizedChange[],
): readonly Difference[] {
  const [before, after] = [reviewed, now].map((changes) => new Map(changes.map((change) => [keyOf(change), change])));
  return [...new Set([...reviewed, ...now].map(keyOf))].sort().flatMap((address): readonly Difference[] => {
    const [left, right] = [before?.get(address), after?.get(address)];
    if (left === undefined || right === undefined) return [{ address, reviewed: left, now: right, attributes: [] }];
    const attributes = attributeDifferences(left, right);
    return attributes.length === 0 && kindOf(left) === kindOf(right)
      ? []
      : [{ address, reviewed: left, now: right, attributes }];
  });
}

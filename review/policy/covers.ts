import { implies } from "./conditions";
import { arnCovers, arnsDisjoint, globCovers, globsDisjoint } from "./glob";
import type { PolicyStatement, Selection } from "./statement";

/** The smallest part of a statement: one pattern of each element, or all that a negated element leaves. */
export interface Atom {
  readonly statement: PolicyStatement;
  readonly principal: Selection;
  readonly action: Selection;
  readonly resource: Selection;
}

const parts = (selection: Selection): readonly Selection[] =>
  selection.negated ? [selection] : selection.patterns.map((pattern) => ({ negated: false, patterns: [pattern] }));

const atomsOf = (statement: PolicyStatement): readonly Atom[] =>
  parts(statement.principals).flatMap((principal) =>
    parts(statement.actions).flatMap((action) =>
      parts(statement.resources).map((resource) => ({ statement, principal, action, resource })),
    ),
  );

interface Language {
  readonly covers: (outer: string, inner: string) => boolean;
  readonly disjoint: (left: string, right: string) => boolean;
}

/** Case does not matter in the name of an action. */
const ACTION: Language = {
  covers: (outer, inner) => globCovers(outer.toLowerCase(), inner.toLowerCase()),
  disjoint: (left, right) => globsDisjoint(left.toLowerCase(), right.toLowerCase()),
};
const ARN: Language = { covers: arnCovers, disjoint: arnsDisjoint };

/** Principals know no wildcards but the lone one. */
const NAME: Language = {
  covers: (outer, inner) => outer === "*" || outer === inner,
  disjoint: (left, right) => left !== right && left !== "*" && right !== "*",
};

/** Whether the selection holds all of a part. */
function holds(selection: Selection, part: Selection, { covers, disjoint }: Language): boolean {
  const [pattern = ""] = part.patterns;
  if (!part.negated)
    return selection.negated
      ? selection.patterns.every((each) => disjoint(each, pattern))
      : selection.patterns.some((each) => covers(each, pattern));
  return selection.negated
    ? selection.patterns.every((each) => part.patterns.some((other) => covers(other, each)))
    : selection.patterns.includes("*");
}

const isCovered = ({ statement, principal, action, resource }: Atom, by: PolicyStatement): boolean =>
  by.effect === statement.effect &&
  holds(by.actions, action, ACTION) &&
  holds(by.resources, resource, ARN) &&
  holds(by.principals, principal, NAME) &&
  implies(statement.conditions, by.conditions);

/**
 * What the statements of an effect say that no statement of `others` says as widely. Nothing: whoever was denied (or
 * allowed) by the first is by the second. Something: perhaps not, the comparison does not join statements.
 */
export const uncovered = (
  effect: "Allow" | "Deny",
  statements: readonly PolicyStatement[],
  others: readonly PolicyStatement[],
): readonly Atom[] =>
  statements
    .filter((statement) => statement.effect === effect)
    .flatMap(atomsOf)
    .filter((atom) => !others.some((other) => isCovered(atom, other)));

const spelled = ({ negated, patterns }: Selection): string => `${negated ? "all but " : ""}${patterns.join(", ")}`;

/** Every principal that the atoms name. */
export const principalsOf = (atoms: readonly Atom[]): readonly string[] =>
  [...new Set(atoms.map(({ principal }) => spelled(principal)))].sort();

/** Every action that the atoms name. */
export const actionsOf = (atoms: readonly Atom[]): readonly string[] =>
  [...new Set(atoms.map(({ action }) => spelled(action)))].sort();

import type { Organization } from "../model/organization";
import { actionsOf } from "../policy/covers";
import { changedStatements } from "../policy/statement-diff";
import type { Loss } from "./losses";

/** How a place is called for good: a unit by its path, an account by its id, whatever its name becomes. */
const called = (organization: Organization, id: string): string => (/^\d{12}$/.test(id) ? id : organization.nameOf(id));

/**
 * The highest units below the targets of which every account is among the places, and the places that lie in none of
 * them: an account that comes to such a unit changes nothing.
 */
function whole(organization: Organization, { places, targets }: Loss): readonly string[] {
  const ids = new Set(places.map(({ id }) => id));
  const known = new Map<string, boolean>();
  const isWhole = (id: string): boolean => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const below = organization.accountsBelow(id);
    const all = ids.has(id) || (below.length > 0 && below.every((each) => ids.has(each)));
    known.set(id, all);
    return all;
  };
  const belowTarget = (path: readonly string[]) => path.slice(path.findIndex((id) => targets.includes(id)));
  return places.map(({ id, path }) => belowTarget(path).find(isWhole) ?? id);
}

/** All that a policy loses, so that two losses are the same only if they are: where, by which targets, and what it denied. */
export function lostExactly(organization: Organization, loss: Loss): unknown {
  const { policy, after, targets, atoms } = loss;
  const names = (ids: readonly string[]) => [...new Set(ids.map((id) => called(organization, id)))];
  return {
    places: names(whole(organization, loss)),
    targets: names(targets),
    actions: actionsOf(atoms),
    statements: changedStatements(policy.text, after?.text),
  };
}

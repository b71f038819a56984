import { Target, type Blueprint } from "../../../config";
import type { OrganizationSnapshot, PlanFolder } from "../../../terraform/plan-folder";
import { mistake } from "../../contract/mistake";

/** The units above an account, from the top down, each by every text that a configuration can name it by. */
export type UnitsAbove = (account: string) => readonly Target[] | undefined;

/** Of no account is it known in which units it lies. */
export const NOWHERE_KNOWN: UnitsAbove = () => undefined;

/** A path of names stands for a unit where each of its steps is one name: no name in it may hold a slash. */
const namesOf = (id: string, path: string, isSpelled: boolean): readonly Target[] => {
  const byPath = new Target(path);
  return [...(isSpelled && byPath.kind === "path" ? [byPath] : []), new Target(id)];
};

/** Where accounts lie in an organization as it was saved. Of an account that it does not hold, nothing is known. */
export function unitsAboveIn({ root, units, accounts }: OrganizationSnapshot): UnitsAbove {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const above = (id: string): readonly (typeof units)[number][] | undefined => {
    if (id === root) return [];
    const unit = byId.get(id);
    const way = unit && above(unit.parent);
    return way && [...way, unit];
  };
  const known = new Map(accounts.map(({ id, unit }) => [id, above(unit)]));
  return (account) =>
    known.get(account)?.flatMap(({ id, path }, index, way) =>
      namesOf(
        id,
        path,
        way.slice(0, index + 1).every(({ name }) => !name.includes("/")),
      ),
    );
}

/** The same by the organization that is saved beside plans, which must be that of a configuration. */
export function unitsAboveOf(
  { accounts: { management }, baseline: { organization } }: Blueprint,
  { folder, organization: saved }: Pick<PlanFolder, "folder" | "organization">,
): UnitsAbove {
  if (saved === undefined)
    mistake("--plans", "name plans beside which the organization was saved, without --no-organization", folder);
  if (saved.managementAccount !== management.id || saved.id !== organization.id)
    mistake("--plans", `name plans of the organization ${organization.id}, managed by ${management.id}`, {
      organization: saved.id,
      managementAccount: saved.managementAccount,
    });
  return unitsAboveIn(saved);
}

import { Organization, type Account, type Unit } from "./organization";
import type { HeldModule } from "../../terraform/planning/whole";
import type { PlanJson } from "./plan-json";
import type { LivePolicy } from "./review-input";
import { isValues, type Values } from "./thing";

/** The organization as `plan` saved it beside the plans. */
export interface OrganizationSnapshot {
  readonly managementAccount: string;
  readonly root: string;
  readonly units: readonly { readonly id: string; readonly name: string; readonly parent: string }[];
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly unit: string }[];
  readonly policies: readonly LivePolicy[];
}

export const organizationOf = ({ root, units, accounts, managementAccount }: OrganizationSnapshot): Organization =>
  new Organization(
    [{ id: root, name: "root" }, ...units],
    accounts.map(({ id, name, unit }) => ({ id, name, parent: unit, isManagement: id === managementAccount })),
    "live",
  );

const objects = (value: unknown): readonly Values[] => (Array.isArray(value) ? value.filter(isValues) : []);

interface DataSource {
  readonly type: string;
  readonly values: Values;
}

function dataIn(module: HeldModule | undefined): readonly DataSource[] {
  const own = (module?.resources ?? []).filter(({ mode }) => mode === "data");
  return [...own.map(({ type, values = {} }) => ({ type, values })), ...(module?.child_modules ?? []).flatMap(dataIn)];
}

/** The units and accounts that plans have read. Where accounts lie is not among it. */
export function organizationIn(plans: readonly PlanJson[]): Organization {
  const data = plans.flatMap((plan) => dataIn(plan.prior_state?.values?.root_module));
  const of = (type: string) => data.filter((each) => each.type === type).map(({ values }) => values);
  const units: Unit[] = of("aws_organizations_organizational_units").flatMap(({ parent_id: parent, children }) =>
    objects(children).map(({ id, name }) => ({ id: String(id), name: String(name), parent: String(parent) })),
  );
  const organizations = of("aws_organizations_organization");
  const roots = organizations
    .flatMap(({ roots: found }) => objects(found))
    .map(({ id }) => ({ id: String(id), name: "root" }));
  const accounts: Account[] = organizations.flatMap(({ accounts: found, master_account_id: management }) =>
    objects(found).map(({ id, name }) => ({ id: String(id), name: String(name), isManagement: id === management })),
  );
  return new Organization(
    [...roots, ...units],
    [...new Map(accounts.map((account) => [account.id, account])).values()],
    "plans",
  );
}

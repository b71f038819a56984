import {
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
  paginateListRoots,
  type OrganizationsClient,
} from "@aws-sdk/client-organizations";
import type { Baseline } from "../../config/index";
import { listed, type ListedAccount } from "./accounts";
import type { Clients } from "../clients/clients";
import { checkOrganization } from "../clients/identity";
import type { LivePolicyType } from "./live-organization";
import { everything } from "../clients/pages";
import { listPolicies } from "./policies";

/** A unit, and where it lies. */
export interface LiveUnit {
  readonly id: string;
  readonly name: string;
  /** As a configuration writes it: names from below the root, such as `Workloads/Prod`. */
  readonly path: string;
  /** Id of the unit or the root above. */
  readonly parent: string;
}

/** An account, and where it lies. */
export interface LiveAccount extends ListedAccount {
  /** Id of the unit or the root in which it lies. */
  readonly unit: string;
}

/** A policy, with the ids of what it is attached to. */
export interface SnapshotPolicy {
  readonly id: string;
  readonly name: string;
  readonly type: LivePolicyType;
  readonly awsManaged: boolean;
  readonly text: string;
  readonly targets: string[];
}

/** The whole organization at one time. Plain data: it can be kept beside a plan. */
export interface Snapshot {
  readonly id: string;
  readonly managementAccount: string;
  readonly root: string;
  /** A unit stands after the one above it. */
  readonly units: LiveUnit[];
  readonly accounts: LiveAccount[];
  readonly policies: SnapshotPolicy[];
}

async function accountsIn(client: OrganizationsClient, unit: string): Promise<readonly LiveAccount[]> {
  const accounts = await everything(
    paginateListAccountsForParent({ client }, { ParentId: unit }),
    (page) => page.Accounts,
  );
  return accounts.map((account) => ({ ...listed(account), unit }));
}

async function unitsIn(client: OrganizationsClient, parent: string, path: string): Promise<readonly LiveUnit[]> {
  const units = await everything(
    paginateListOrganizationalUnitsForParent({ client }, { ParentId: parent }),
    (page) => page.OrganizationalUnits,
  );
  return units.map(({ Id: id = "", Name: name = id }) => ({
    id,
    name,
    path: path === "" ? name : `${path}/${name}`,
    parent,
  }));
}

async function policies(client: OrganizationsClient): Promise<SnapshotPolicy[]> {
  const found = await listPolicies(client, ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]);
  return found.map(({ id, name, type, awsManaged, text, targets }) => {
    return { id, name, type, awsManaged, text, targets: targets.map(({ TargetId = "" }) => TargetId) };
  });
}

/**
 * Units, accounts and policies of the organization of the caller's credentials, which must be the configured one. Needs
 * sts:GetCallerIdentity, organizations:List* and organizations:Describe*. Changes nothing.
 */
export async function readSnapshot(clients: Clients, baseline: Baseline): Promise<Snapshot> {
  await checkOrganization(clients, baseline);
  const managementAccount = baseline.accounts.management.id;
  const client = clients.at(managementAccount).organizations();
  const [root, ...more] = await everything(paginateListRoots({ client }, {}), (page) => page.Roots);
  if (root?.Id === undefined || more.length > 0)
    throw new Error(`an organization must have one root, got ${more.length === 0 ? "none" : String(more.length + 1)}`);
  const [units, accounts]: readonly [LiveUnit[], LiveAccount[]] = [[], []];
  const open = [{ id: root.Id, path: "" }];
  // One after the other: Organizations serves few requests a second.
  for (let place = open.shift(); place !== undefined; place = open.shift()) {
    accounts.push(...(await accountsIn(client, place.id)));
    const below = await unitsIn(client, place.id, place.path);
    units.push(...below);
    open.push(...below);
  }
  return {
    id: baseline.organization.id,
    managementAccount,
    root: root.Id,
    units,
    accounts: accounts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    policies: await policies(client),
  };
}

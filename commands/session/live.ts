import type { Baseline } from "../../config";
import { Clients } from "../../organization/clients/clients";
import { alreadyThere, readInventory, type Inventory } from "../../organization/inventory";
import { readSnapshot, type Snapshot } from "../../organization/tree/snapshot";
import type { PlanManifest } from "../../terraform/plan-folder";
import { plannedCreations } from "../../terraform/planned-creations";
import { withRolesOf } from "./reached-roles";

/** The live organization beside a plan. */
export interface Live {
  readonly organization: Snapshot;
  readonly inventory: Inventory;
}

/** Reads the organization, and what exists of all that the baseline creates. Changes nothing. */
export async function readLive(baseline: Baseline): Promise<Live> {
  const reached = withRolesOf(process.env, baseline);
  const clients = new Clients(reached);
  const organization = await readSnapshot(clients, reached);
  return { organization, inventory: await readInventory(clients, reached) };
}

/** What the plans would create and is there already, and what the inventory cannot say. */
export function compared(
  plans: readonly { readonly name: string; readonly json: string }[],
  inventory: Inventory,
): Pick<PlanManifest, "existing" | "undecided"> {
  const comparisons = plans.map(({ name: stack, json }) => {
    const { there, undecided } = alreadyThere(plannedCreations(json), inventory);
    return {
      existing: there.map(({ address, adopt, live: { type, account, region, importId } }) => {
        return { stack, address, type, account, region: region ?? null, importId, adopt };
      }),
      undecided: undecided.map((each) => ({ stack, ...each })),
    };
  });
  return {
    existing: comparisons.flatMap(({ existing }) => existing),
    undecided: comparisons.flatMap(({ undecided }) => undecided),
  };
}

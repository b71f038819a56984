import { IDENTITIES, isGlobal, SETTINGS } from "./identities";
import type { Inventory, LiveThing, PlannedThing } from "./thing";

/** A planned creation of something that exists already. */
export interface AlreadyThere {
  readonly address: string;
  readonly live: LiveThing;
  /** The line of `adopt` that takes it up. */
  readonly adopt: string;
}

/** A planned creation of which the comparison cannot say whether it exists. */
export interface Undecided {
  readonly address: string;
  readonly why: string;
}

export interface Comparison {
  readonly there: readonly AlreadyThere[];
  readonly undecided: readonly Undecided[];
}

const describe = ({ type, account, region, identity }: LiveThing): string =>
  JSON.stringify([type, account, isGlobal(type) ? "" : region, identity]);

/** Why a planned creation cannot be looked up; undefined where it can, or where it is no thing of its own. */
function riddle({ type, account, region, after }: PlannedThing): string | undefined {
  const identity = IDENTITIES[type];
  if (identity === undefined) return SETTINGS[type] === undefined ? `${type} is not known to the inventory` : undefined;
  if (account === undefined) return "its provider names no account";
  if (region === undefined && !isGlobal(type)) return "its Region is not known";
  return identity(after) === undefined ? "what it is called is known after the apply" : undefined;
}

/**
 * Which planned creations exist already: a pure comparison of a plan with an inventory. Terraform cannot ask this, since
 * nothing in a plan can tell what is in its own state; so the apply would stop there half-way, or write over it.
 */
export function alreadyThere(planned: readonly PlannedThing[], inventory: Inventory): Comparison {
  const known = new Map(inventory.map((thing) => [describe(thing), thing]));
  const undecided = planned.flatMap((each) => {
    const why = riddle(each);
    return why === undefined ? [] : [{ address: each.address, why }];
  });
  const there = planned.flatMap(({ address, type, account = "", region, after }) => {
    const identity = IDENTITIES[type]?.(after);
    if (identity === undefined) return [];
    const live = known.get(describe({ type, account, region, identity, importId: "" }));
    if (live === undefined) return [];
    return [{ address, live, adopt: `${JSON.stringify(address)}: ${JSON.stringify(live.importId)},` }];
  });
  return { there, undecided };
}

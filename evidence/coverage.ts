import type { Reading } from "../organization/clients/reading";
import { isUnread } from "../organization/clients/reading";
import type { Snapshot } from "../organization/tree/snapshot";
import { accountText, type Item, type Verdict } from "./item";

/** An account, and whether its root user is denied everything. */
export interface CoveredAccount {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  /** Id of the unit or the root in which it lies. */
  readonly unit: string;
  /** `not-bound`: the management account, which no policy binds. */
  readonly verdict: Verdict | "not-bound";
}

/** The tree of an organization, and how far the deny of root reaches. */
export interface Coverage {
  readonly root: string;
  /** A unit stands after the one above it. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly parent: string }[];
  readonly accounts: readonly CoveredAccount[];
}

/** The tree, coloured by what was found of root in each account; undefined where it was not read. */
export function coverageOf(snapshot: Reading<Snapshot>, found: readonly Item[]): Coverage | undefined {
  if (isUnread(snapshot)) return undefined;
  const { root, units, accounts, managementAccount } = snapshot.value;
  const verdicts = new Map(found.map(({ of, verdict }) => [of, verdict]));
  return {
    root,
    units: units.map(({ id, name, parent }) => ({ id, name, parent })),
    accounts: accounts.map(({ id, name, status, unit }) => ({
      ...{ id, name, status, unit },
      verdict: id === managementAccount ? "not-bound" : (verdicts.get(accountText({ id, name })) ?? "not-read"),
    })),
  };
}

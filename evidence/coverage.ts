import type { Reading } from "../organization/reading";
import { isUnread } from "../organization/reading";
import type { Snapshot } from "../organization/snapshot";
import { rootDenied } from "./controls/guardrails/root-denied";
import type { Subject } from "./control";
import type { Verdict } from "./item";

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

/** The tree; undefined where it was not read. */
export function coverageOf(subject: Subject): Coverage | undefined {
  const snapshot: Reading<Snapshot> = subject.live.snapshot;
  if (isUnread(snapshot)) return undefined;
  const { root, units, accounts, managementAccount } = snapshot.value;
  const items = rootDenied.judge(subject);
  return {
    root,
    units: units.map(({ id, name, parent }) => ({ id, name, parent })),
    accounts: accounts.map(({ id, name, status, unit }) => ({
      ...{ id, name, status, unit },
      verdict:
        id === managementAccount
          ? "not-bound"
          : (items.find(({ of }) => of === `${id} (${name})`)?.verdict ?? "not-read"),
    })),
  };
}

import { oncePer } from "../../../config";
import type { Snapshot, SnapshotPolicy } from "../../../organization/tree/snapshot";
import { parsePolicyText, type AttachedPolicy, type Level } from "../../../proofs/policy";

/** The way to an account, with every policy that is attached on it. */
export interface Way {
  /** From the root down to the account. */
  readonly levels: readonly Level[];
  /** Names of the policies that hold something the evaluator does not know. */
  readonly unjudged: readonly string[];
}

/** Ids from the root down to the account, with kinds and names. */
function pathTo(account: Snapshot["accounts"][number], { root, units }: Snapshot): readonly Omit<Level, "policies">[] {
  const path: Omit<Level, "policies">[] = [{ kind: "account", id: account.id, name: account.name }];
  for (let unit = units.find(({ id }) => id === account.unit); unit !== undefined;) {
    path.unshift({ kind: "ou", id: unit.id, name: unit.path });
    const { parent } = unit;
    unit = units.find(({ id }) => id === parent);
  }
  return [{ kind: "root", id: root, name: "Root" }, ...path];
}

/** A policy as the evaluator reads it, once for all accounts below; undefined where it cannot. */
const evaluated = oncePer(({ name, type, text }: SnapshotPolicy): AttachedPolicy | undefined => {
  try {
    return { name, type, document: parsePolicyText(text, name, type) };
  } catch {
    return undefined;
  }
});

/** The way to an account as the organization has it. */
export function wayTo(account: Snapshot["accounts"][number], snapshot: Snapshot): Way {
  const attached = pathTo(account, snapshot).map((level) => ({
    level,
    policies: snapshot.policies.filter(({ targets }) => targets.includes(level.id)),
  }));
  const all = attached.flatMap(({ policies }) => policies);
  return {
    levels: attached.map(({ level, policies }) => ({
      ...level,
      policies: policies.flatMap((policy) => evaluated(policy) ?? []),
    })),
    unjudged: [...new Set(all.filter((policy) => evaluated(policy) === undefined).map(({ name }) => name))],
  };
}

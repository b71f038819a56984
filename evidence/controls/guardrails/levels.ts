import type { Snapshot } from "../../../organization/snapshot";
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

/** The way to an account as the organization has it. */
export function wayTo(account: Snapshot["accounts"][number], snapshot: Snapshot): Way {
  const unjudged: string[] = [];
  const read = ({ name, type, text }: Snapshot["policies"][number]): readonly AttachedPolicy[] => {
    try {
      return [{ name, type, document: parsePolicyText(text, name, type) }];
    } catch {
      unjudged.push(name);
      return [];
    }
  };
  const levels = pathTo(account, snapshot).map((level) => ({
    ...level,
    policies: snapshot.policies.filter(({ targets }) => targets.includes(level.id)).flatMap(read),
  }));
  return { levels, unjudged: [...new Set(unjudged)] };
}

import type { ProcessEntry } from "../processes/process-tree";

export interface Executing {
  /** The file that a process executes; empty where that is not shown to us. */
  readonly executable: string;
}

/** A process and what it executes. */
export type Program = ProcessEntry & Executing;

/** Memory of a process in bytes, shared pages divided by the number of processes that map them (PSS). */
export interface ProportionalMemory {
  readonly total: number;
  /** The part of `total` that lies in files: the program itself and its libraries. */
  readonly file: number;
}

const KIB = 1024;

/** Reads `/proc/<pid>/smaps_rollup`. What was swapped out counts as memory too. */
export function proportionalMemory(smapsRollup: string): ProportionalMemory {
  const field = (name: string): number => {
    const [, kib] = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(smapsRollup) ?? [];
    return Number(kib ?? 0) * KIB;
  };
  return { total: field("Pss") + field("SwapPss"), file: field("Pss_File") };
}

/**
 * Memory of a tree in bytes. Its file pages are counted as if nobody else on the machine executed the same file:
 * another Terraform that runs meanwhile would take over half of a shared provider and make the tree look smaller.
 */
export function treeMemory(tree: readonly (Executing & ProportionalMemory)[], everybody: readonly Executing[]): number {
  const own = countBy(tree);
  const all = countBy(everybody);
  return tree.reduce((sum, { executable, total, file }) => {
    const share = executable === "" ? 1 : (all.get(executable) ?? 1) / (own.get(executable) ?? 1);
    return sum + total + file * (Math.max(share, 1) - 1);
  }, 0);
}

function countBy(processes: readonly Executing[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { executable } of processes) counts.set(executable, (counts.get(executable) ?? 0) + 1);
  return counts;
}

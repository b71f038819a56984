import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A process and the one that started it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
}

/** Ends the processes of these ids and all that they started, at once. Calls in flight stay where they are. */
export function killTree(roots: readonly number[]): void {
  const frozen = new Set<number>();
  // Whoever is frozen starts nobody: once nobody new is found, nobody can escape.
  for (let found = descendants(roots); found.some((pid) => !frozen.has(pid)); found = descendants(roots))
    for (const pid of found) {
      signal(pid, "SIGSTOP");
      frozen.add(pid);
    }
  for (const pid of frozen) signal(pid, "SIGKILL");
}

/** The same for everything that this process has started. */
export function killChildren(): void {
  const children = runningProcesses().filter(({ parent }) => parent === process.pid);
  killTree(children.map(({ pid }) => pid));
}

/**
 * The CDKTF CLI runs Terraform in a terminal of its own, so in a session and a process group of its own: only the
 * parents lead from the one to the other.
 */
const descendants = (roots: readonly number[]): readonly number[] =>
  treeOf(runningProcesses(), roots).map(({ pid }) => pid);

/** The processes of these roots, those that they started, and so on. */
export function treeOf<Entry extends ProcessEntry>(
  processes: readonly Entry[],
  roots: readonly number[],
): readonly Entry[] {
  const found = new Set(roots);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of processes) if (found.has(parent)) found.add(pid);
  }
  return processes.filter(({ pid }) => found.has(pid));
}

/** Every process of this machine that is not over. */
export const runningProcesses = (): readonly ProcessEntry[] => (existsSync("/proc/self/stat") ? fromProc() : fromPs());

function fromProc(): readonly ProcessEntry[] {
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    const parent = parentIn(statOf(id));
    return parent === undefined ? [] : [{ pid: Number(id), parent }];
  });
}

function statOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/stat`, "utf8");
  } catch {
    return ""; // ended meanwhile
  }
}

/** Parent in `/proc/<pid>/stat`. The name before it stands in parentheses and may hold anything; a zombie is over. */
export function parentIn(stat: string): number | undefined {
  const [, state, parent] = /^ (\S) (\d+) /.exec(stat.slice(stat.lastIndexOf(")") + 1)) ?? [];
  return parent === undefined || state === "Z" ? undefined : Number(parent);
}

const fromPs = (): readonly ProcessEntry[] =>
  execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (pid === undefined || parent === undefined ? [] : [{ pid, parent }]));

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // ended meanwhile
  }
}

import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { parentIn, withDescendants, type ProcessEntry } from "../processes/process-tree";
import { type Executing, proportionalMemory, type ProportionalMemory, treeMemory } from "./proportional-memory";

export interface Watched<Result> {
  readonly result: Result;
  readonly seconds: number;
  readonly peakBytes: number;
  /** Largest number of processes at once that execute a file of this name. */
  readonly mostProcesses: number;
}

const SAMPLE_MS = 100;
/** Looking must not slow down what is looked at: it may take at most a fifth of the time. */
const REST_FACTOR = 4;

/**
 * Runs the work and watches the processes that it starts: the peak of the sum of their PSS. Linux only. Unlike a
 * cgroup's peak this needs no rights, and unlike a sum of RSS it counts shared pages once.
 */
export async function watchMemory<Result>(
  executableName: RegExp,
  work: () => Promise<Result>,
): Promise<Watched<Result>> {
  const before = new Set(childrenOfThisProcess());
  let peakBytes = 0;
  let mostProcesses = 0;
  const running = { yes: true };
  const watching = (async () => {
    while (running.yes) {
      const started = performance.now();
      const { bytes, executables } = sample(childrenOfThisProcess().filter((pid) => !before.has(pid)));
      peakBytes = Math.max(peakBytes, bytes);
      mostProcesses = Math.max(mostProcesses, executables.filter((path) => executableName.test(path)).length);
      await setTimeout(Math.max(SAMPLE_MS, REST_FACTOR * (performance.now() - started)));
    }
  })();
  const started = performance.now();
  try {
    const result = await work();
    return { result, seconds: (performance.now() - started) / 1000, peakBytes, mostProcesses };
  } finally {
    running.yes = false;
    await watching;
  }
}

function sample(roots: readonly number[]): { readonly bytes: number; readonly executables: readonly string[] } {
  const everybody = processes();
  const watched = new Set(withDescendants(everybody, roots));
  const tree = everybody.flatMap((entry) => {
    const memory = watched.has(entry.pid) ? memoryOf(entry.pid) : undefined;
    return memory === undefined ? [] : [{ ...entry, ...memory }];
  });
  return { bytes: treeMemory(tree, everybody), executables: tree.map(({ executable }) => executable) };
}

const childrenOfThisProcess = (): readonly number[] =>
  processes()
    .filter(({ parent }) => parent === process.pid)
    .map(({ pid }) => pid);

const processes = (): readonly (ProcessEntry & Executing)[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const parent = parentIn(attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8")) ?? "");
      const executable = attempt(() => readlinkSync(`/proc/${pid}/exe`)) ?? "";
      return parent === undefined ? [] : [{ pid: Number(pid), parent, executable }];
    });

function memoryOf(pid: number): ProportionalMemory | undefined {
  const text = attempt(() => readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
  return text === undefined ? undefined : proportionalMemory(text);
}

/** A process may end between two looks, and others' processes are closed to us. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

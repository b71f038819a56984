import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const CHECKOUT = join(__dirname, "..");
const REPORTER = pathToFileURL(join(__dirname, "usage-reporter.mjs")).href;

/** What one run of a program used. */
export interface Usage {
  readonly wallSeconds: number;
  /** Processor time of the process and, on Linux, of its children; from the mark "started" on where the program sets one. */
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

/** Runs a program of the checkout, TypeScript by tsx, its output in a folder of its own. */
export async function measuredRun(
  program: string,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), "org-baseline-bench-"));
  try {
    const started = performance.now();
    const loader = program.endsWith(".ts") ? ["--import", "tsx"] : [];
    const child = spawn(process.execPath, ["--import", REPORTER, ...loader, program, ...args], {
      cwd: CHECKOUT,
      env: { ...process.env, CDKTF_OUTDIR: folder, BASELINE_CONFIG: "", ...env },
      stdio: ["ignore", "ignore", "pipe", "pipe"],
    });
    const closed = once(child, "close") as Promise<[number | null]>;
    const [[exitCode], problems, report] = await Promise.all([closed, textOf(child.stdio[2]), textOf(child.stdio[3])]);
    const wallSeconds = (performance.now() - started) / 1000;
    if (exitCode !== 0) throw new Error(`${program} must end with 0, got ${exitCode ?? "a signal"}:\n${problems}`);
    return { wallSeconds, ...(JSON.parse(report) as Omit<Usage, "wallSeconds">) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const textOf = (stream: unknown): Promise<string> => (stream instanceof Readable ? text(stream) : Promise.resolve(""));

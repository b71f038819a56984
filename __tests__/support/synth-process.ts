import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { filesIn } from "./files";

const run = promisify(execFile);

const CHECKOUT = resolve(__dirname, "../..");

export interface SynthProcess {
  /** Configuration file. */
  readonly config: string;
  /** @default this checkout */
  readonly checkout?: string;
  /** @default the checkout */
  readonly cwd?: string;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Modules of `__tests__/support` that are loaded first. */
  readonly preload?: readonly string[];
}

const importFlag = (path: string): string => `--import=${pathToFileURL(path).href}`;

/** Runs `main.ts` in a process of its own, as `npm run synth` does, and answers every file that it wrote. */
export async function synthProcess(options: SynthProcess): Promise<Readonly<Record<string, string>>> {
  const { config, checkout = CHECKOUT, cwd = checkout, env = {}, preload = [] } = options;
  const outdir = mkdtempSync(join(tmpdir(), "org-baseline-process-"));
  try {
    const flags = [...preload.map((name) => join(__dirname, name)), require.resolve("tsx")].map(importFlag);
    await run(process.execPath, [...flags, join(checkout, "main.ts")], {
      cwd,
      env: {
        PATH: process.env["PATH"],
        HOME: process.env["HOME"],
        BASELINE_CONFIG: config,
        CDKTF_OUTDIR: outdir,
        ...env,
      },
    });
    return filesIn(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The folder of this repository. */
export const checkout = CHECKOUT;

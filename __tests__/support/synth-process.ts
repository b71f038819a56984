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
  /**
   * `synth.cjs`, as `npm run synth` and the CLI run it, or `main.ts` module by module.
   * @default "synth.cjs"
   */
  readonly program?: "synth.cjs" | "main.ts";
}

const importFlag = (path: string): string => `--import=${pathToFileURL(path).href}`;

/** Synthesizes in a process of its own and answers every file that it wrote. Rejects with what execFile says. */
export async function synthProcess(options: SynthProcess): Promise<Readonly<Record<string, string>>> {
  const { config, checkout = CHECKOUT, cwd = checkout, env = {}, preload = [], program = "synth.cjs" } = options;
  const outdir = mkdtempSync(join(tmpdir(), "org-baseline-process-"));
  try {
    const loaders = program === "main.ts" ? [require.resolve("tsx")] : [];
    const flags = [...preload.map((name) => join(__dirname, name)), ...loaders].map(importFlag);
    await run(process.execPath, [...flags, join(checkout, program)], {
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

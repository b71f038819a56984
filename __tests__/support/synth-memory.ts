import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Files = Readonly<Record<string, string>>;

/** Where this run of jest remembers what it synthesized; test files run in other processes. */
const memory = (): string | undefined => process.env.ORG_BASELINE_SYNTH_MEMORY;

/** Before a run: an empty memory, so that no output of older sources is ever read. One for all projects of the run. */
export function openMemory(): void {
  if (memory() !== undefined) return;
  process.env.ORG_BASELINE_SYNTH_MEMORY = mkdtempSync(join(tmpdir(), "org-baseline-memory-"));
}

/** After a run. */
export function closeMemory(): void {
  const folder = memory();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  delete process.env.ORG_BASELINE_SYNTH_MEMORY;
}

/** What another test file of this run has already made of the key, or what `make` makes of it. */
export function remembered(key: string, make: () => Files): Files {
  const folder = memory();
  if (folder === undefined) return make();
  const path = join(folder, `${createHash("sha256").update(key).digest("hex")}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Files;
  const files = make();
  // Two may write at once: each its own file, and the last one stays.
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(files));
  renameSync(`${path}.${process.pid}`, path);
  return files;
}

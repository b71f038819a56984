import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blueprintOf, type Baseline } from "../../config";
import * as stacks from "../../stacks";
import { filesIn } from "./files";

/** Every file that becomes of a baseline, by its path below the output folder. Synthesized in this process. */
export function synthesize(baseline: Baseline): Readonly<Record<string, string>> {
  const outdir = mkdtempSync(join(tmpdir(), "org-baseline-synth-"));
  process.env.CDKTF_OUTDIR = outdir;
  try {
    stacks.synthesize(blueprintOf(baseline));
    return filesIn(outdir);
  } finally {
    delete process.env.CDKTF_OUTDIR;
    rmSync(outdir, { recursive: true });
  }
}

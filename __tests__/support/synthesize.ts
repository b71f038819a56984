import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import type { Baseline } from "../../config";
import { buildStacks } from "../../stacks";
import { filesIn } from "./synth";

/** cdktf writes down where each of its tokens was made. Nobody reads it here, and it is half of the time of a synth. */
function withoutStackTraces<T>(work: () => T): T {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = () => "";
  try {
    return work();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}

/** Every file that becomes of a baseline, by its path below the output folder. Synthesized in this process. */
export function synthesize(baseline: Baseline): Readonly<Record<string, string>> {
  const outdir = mkdtempSync(join(tmpdir(), "org-baseline-synth-"));
  try {
    withoutStackTraces(() => {
      const app = new App({ outdir });
      buildStacks(app, baseline);
      app.synth();
    });
    return filesIn(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

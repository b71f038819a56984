import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { banner } from "./banner";
import { handOver } from "./requirements";
import { findRequirements } from "./requirements-search";

/** Runs once before the end-to-end tests: finds what they need, or says loudly that they do not run. */
export default async function setup(): Promise<void> {
  handOver(undefined);
  const folder = mkdtempSync(join(tmpdir(), "org-baseline-e2e-"));
  try {
    handOver(await findRequirements(folder));
  } catch (problem) {
    rmSync(folder, { recursive: true, force: true });
    const reason = problem instanceof Error ? problem.message : String(problem);
    if (process.env.REQUIRE_E2E === "1")
      throw new Error(`\n${banner(`${reason}\nREQUIRE_E2E=1: this is a failure.`)}`, { cause: problem });
    process.stderr.write(`\n${banner(reason)}\n`);
  }
}

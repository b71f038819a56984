import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { BaselineConfig } from "../../../../config";
import { withLocalState } from "../trial";

const ROOT = resolve(__dirname, "../../../..");

/** What a checkout has of its own, and what a job leaves in it. */
const OWN = ["baseline.config.ts", "accepted-risks.json", "cdktf.out", "plans", "terraform-state", ".git"];
const LEFT_BY_JOBS = ["cdktf.out", "plans", "review.md", "review-full.md", "drift.txt", "terraform-report.json"];

/** A checkout of a commit: the code of this one, with a configuration of its own. Has to be removed. */
export class Checkout {
  readonly folder = mkdtempSync(join(tmpdir(), "org-baseline-checkout-"));

  constructor(config: BaselineConfig) {
    for (const name of readdirSync(ROOT).filter((each) => !OWN.includes(each)))
      symlinkSync(join(ROOT, name), join(this.folder, name));
    this.merge(config);
  }

  /** Another configuration is merged. */
  merge(config: BaselineConfig): void {
    this.write("baseline.config.ts", `export default ${JSON.stringify(withLocalState(config))};\n`);
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** As a new runner finds it: what an earlier job wrote is gone, what is merged and the state stay. */
  renew(): void {
    for (const name of LEFT_BY_JOBS) rmSync(join(this.folder, name), { recursive: true, force: true });
    mkdirSync(join(this.folder, "terraform-state"), { recursive: true });
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

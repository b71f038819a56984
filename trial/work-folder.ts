import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The folder that holds everything a trial writes. */
export class WorkFolder {
  readonly path: string;
  /** Everything that CDKTF and Terraform printed. */
  readonly logFile: string;
  /** Terraform puts its sockets into TMPDIR; short, as the path of a socket has few characters. */
  readonly temporary: string;

  /** Cache of providers that are downloaded. */
  readonly providers: string;

  constructor() {
    this.path = mkdtempSync(join(tmpdir(), "org-baseline-"));
    this.logFile = join(this.path, "trial.log");
    this.temporary = join(this.path, "t");
    this.providers = join(this.path, "providers");
    mkdirSync(this.temporary);
  }

  log(line: string): void {
    appendFileSync(this.logFile, `${line}\n`);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

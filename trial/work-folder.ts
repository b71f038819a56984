import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../processes/temporary-folder";

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
    this.path = mkdtempSync(join(temporaryFolder(), "org-baseline-"));
    this.logFile = join(this.path, "trial.log");
    this.temporary = join(this.path, "t");
    this.providers = join(this.path, "providers");
    mkdirSync(this.temporary);
  }

  log(line: string): void {
    appendFileSync(this.logFile, `${line}\n`);
  }

  /** Whether it holds more than what the screen has said already. */
  get holdsDeployment(): boolean {
    return existsSync(join(this.path, "cdktf.out"));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { BaselineConfig } from "../../../../config";

const ROOT = resolve(__dirname, "../../../..");

/** What a checkout has of its own. What git is not to follow is no link either. */
const OWN = ["baseline.config.ts", "accepted-risks.json", "cdktf.out", "plans", "terraform-state", "node_modules"];
const OF_GIT = [".git", ".gitignore"];

/** Files of a commit by their paths. */
export type Files = Readonly<Record<string, string>>;

/** State beside the checkouts, as a backend keeps it: whichever job comes next finds it. */
const BACKEND = { type: "local", directory: "../../../../terraform-state" } as const;

/** The file of a configuration, with its state where every checkout of an origin finds it. */
export const configured = (config: BaselineConfig): Files => ({
  "baseline.config.ts": `export default ${JSON.stringify({ ...config, terraform: { ...config.terraform, backend: BACKEND } })};\n`,
});

export const BASE_BRANCH = "main";
export const CHANGE_BRANCH = "change";

/**
 * A repository with the code of this checkout and a configuration of its own, from which every job has a new checkout.
 * Has to be removed.
 */
export class Origin {
  /** Holds the repository, its checkouts and the state. */
  readonly folder = mkdtempSync(join(tmpdir(), "org-baseline-origin-"));
  private readonly repository = join(this.folder, "origin");
  private checkouts = 0;

  constructor(config: BaselineConfig) {
    for (const name of ["origin", "terraform-state"]) mkdirSync(join(this.folder, name));
    for (const name of readdirSync(ROOT).filter((each) => ![...OWN, ...OF_GIT].includes(each)))
      symlinkSync(join(ROOT, name), join(this.repository, name));
    copyFileSync(join(ROOT, ".gitignore"), join(this.repository, ".gitignore"));
    this.git("init", "--quiet", "--initial-branch", BASE_BRANCH);
    this.merge(configured(config));
  }

  /** The next commit of the base branch. */
  merge(files: Files): void {
    this.commit(files);
  }

  /** A change that is not merged: one commit on top of the base branch, in place of the one before. */
  propose(files: Files): void {
    this.git("checkout", "--quiet", "-B", CHANGE_BRANCH, BASE_BRANCH);
    this.commit(files);
    this.git("checkout", "--quiet", BASE_BRANCH);
  }

  /** A new checkout, as a runner makes it. It goes with the origin. */
  checkout(branch: string): string {
    this.checkouts += 1;
    const folder = join(this.folder, `checkout-${this.checkouts}`);
    this.git("clone", "--quiet", "--depth", "1", "--branch", branch, `file://${this.repository}`, folder);
    return folder;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private commit(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.repository, path);
      this.ownFolder(path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    this.git("add", "--force", "--all");
    const author = ["-c", "user.name=platform", "-c", "user.email=platform@example.com"];
    this.git(...author, "commit", "--quiet", "--allow-empty", "--message", "A change");
  }

  /** A change that writes into a folder of ours has one of its own in its place. */
  private ownFolder(path: string): void {
    const [top = ""] = path.split("/");
    const folder = join(this.repository, top);
    if (path !== top && lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(folder);
  }

  private git(...args: readonly string[]): void {
    execFileSync("git", ["-c", "protocol.file.allow=always", ...args], { cwd: this.repository });
  }
}

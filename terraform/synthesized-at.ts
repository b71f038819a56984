import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { ANY_PROGRAM, pick } from "../processes/environment";
import { SupervisedCommands, type CommandResult } from "../processes/supervised-commands";
import { temporaryFolder } from "../processes/temporary-folder";
import { succeeded } from "./command-failure";
import { Refusal } from "./refusal";
import { StackCommands } from "./stack-commands";

/** What is synthesized at another commit. */
export interface AtCommit {
  /** Branch, tag or commit. */
  readonly ref: string;
  /** Option that named it, for whoever named none. */
  readonly option: string;
  /** Configuration file, as seen from the working directory. One that lies in the checkout is that commit's own. */
  readonly configFile: string | undefined;
  readonly synthEnv: Readonly<Record<string, string | undefined>>;
}

/** The same file in another checkout; a file outside of this one is the same in both. */
function inCheckout(file: string, from: string, to: string): string {
  const path = relative(from, resolve(file));
  return path.startsWith("..") || isAbsolute(path) ? resolve(file) : join(to, path);
}

/** Synthesizes with the program of a checkout into a folder. */
async function synthesizedIn(
  cwd: string,
  outDir: string,
  { what, synthEnv, checkout }: { readonly what: string; readonly checkout: string } & Pick<AtCommit, "synthEnv">,
): Promise<ReadonlyMap<string, string>> {
  const there = new StackCommands({ outDir, cwd, checkout, env: pick(process.env, ANY_PROGRAM), synthEnv });
  succeeded(`synth of ${what}`, await there.synth());
  return there.everySynthesized();
}

/**
 * The Terraform of each stack as the working tree synthesizes it now, into a folder that is thrown away. `checkout`:
 * where synth.cjs lies.
 */
export async function synthesizedHere(
  synthEnv: AtCommit["synthEnv"],
  checkout: string = process.cwd(),
): Promise<ReadonlyMap<string, string>> {
  const outDir = mkdtempSync(join(temporaryFolder(), "org-baseline-"));
  try {
    return await synthesizedIn(process.cwd(), outDir, { what: "the working tree", synthEnv, checkout });
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/**
 * The Terraform of each stack as a commit of this repository synthesizes it: its code and its configuration, with the
 * packages of this checkout. Throws a Refusal where there is no such commit, a CommandFailure where it has no synth or
 * one that fails.
 */
export async function synthesizedAt({
  ref,
  option,
  configFile,
  synthEnv,
}: AtCommit): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(temporaryFolder(), "org-baseline-"));
  const checkout = join(folder, "checkout");
  const commands = new SupervisedCommands();
  const git = (...args: readonly string[]): Promise<CommandResult> =>
    commands.run("git", args, {
      cwd: process.cwd(),
      env: pick(process.env, ANY_PROGRAM, ["GIT_*"]),
      log: () => undefined,
    });
  try {
    const prefix = await git("rev-parse", "--show-prefix");
    const added = await git("worktree", "add", "--detach", "--quiet", checkout, ref);
    if (added.exitCode !== 0)
      throw new Refusal(option, "name a branch, tag or commit of this repository", `${ref}: ${added.output}`);
    const cwd = join(checkout, prefix.stdout.trim());
    symlinkSync(resolve("node_modules"), join(cwd, "node_modules"), "junction");
    const config = configFile === undefined ? {} : { BASELINE_CONFIG: inCheckout(configFile, process.cwd(), cwd) };
    return await synthesizedIn(cwd, join(folder, "out"), {
      what: ref,
      checkout: cwd,
      synthEnv: { ...synthEnv, ...config },
    });
  } finally {
    await git("worktree", "remove", "--force", checkout);
    rmSync(folder, { recursive: true, force: true });
  }
}

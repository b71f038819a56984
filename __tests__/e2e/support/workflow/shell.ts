import { cpSync } from "node:fs";
import { join } from "node:path";
import { SupervisedCommands, type CommandResult } from "../../../../processes/supervised-commands";
import { jobEnvironment } from "./environment";
import type { Origin } from "./origin";

interface ShellJob {
  readonly branch: string;
  readonly args?: readonly string[];
  /** Who it is to AWS. @default - nobody */
  readonly credentials?: Readonly<Record<string, string>>;
  /** Folder of what an earlier job left in ./plans. @default - nothing */
  readonly plans?: string;
}

/** What became of a script, and the checkout that it left. */
export interface Ran extends CommandResult {
  readonly folder: string;
}

/** Runs a script of pipelines/shell in a new checkout, as its page says. */
export async function runScript(origin: Origin, name: string, job: ShellJob): Promise<Ran> {
  const { branch, args = [], credentials = {}, plans } = job;
  const folder = origin.checkout(branch);
  if (plans !== undefined) cpSync(plans, join(folder, "plans"), { recursive: true });
  const result = await new SupervisedCommands().run(`pipelines/shell/${name}.sh`, args, {
    cwd: folder,
    env: { ...jobEnvironment(), ...credentials },
    log: () => undefined,
  });
  return { ...result, folder };
}

import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { CommandRunner } from "../processes/run";
import { isExecutable } from "../processes/search-path";

/** Installs moto into a virtual environment of this user's own and returns its interpreter, or undefined if that fails. */
export async function installMoto(
  run: CommandRunner,
  version: string,
  base: string = tmpdir(),
): Promise<string | undefined> {
  const home = join(base, `org-baseline-${userInfo().uid}`);
  if (!claim(home)) return undefined;
  const environment = join(home, `moto-${version}`);
  const interpreter =
    process.platform === "win32" ? join(environment, "Scripts", "python.exe") : join(environment, "bin", "python");
  for (const [command, ...args] of installSteps(interpreter, environment, version)) {
    if ((await run(command, args)).code !== 0) return undefined;
  }
  return interpreter;
}

/** Nothing to do but a check (pip's own) if an earlier run made the environment. */
export function installSteps(interpreter: string, environment: string, version: string): [string, ...string[]][] {
  const create: [string, ...string[]] = ["python3", "-m", "venv", environment];
  const install: [string, ...string[]] = [interpreter, "-m", "pip", "install", "--quiet", `moto[server]==${version}`];
  return isExecutable(interpreter) ? [install] : [create, install];
}

/** The temporary folder is shared: code is only run from a folder that this user made and nobody else can write. */
function claim(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(folder);
  return process.platform === "win32" || (uid === userInfo().uid && (mode & 0o022) === 0);
}

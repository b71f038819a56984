import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { installMoto } from "./moto-install";
import type { CommandRunner } from "../processes/run";
import { findOnPath, type Environment } from "../processes/search-path";

/** The release that the extensions were written against, and the line of releases that they accept. */
export const MOTO_VERSION = "5.2.1";
const ACCEPTED_MOTO = /^5\.2\./;
const PRINT_VERSION = "import moto, moto.server; print(moto.__version__)";

/** What the emulator can run on: an interpreter that has moto, or a container image that has both. */
export type Runtime =
  { readonly kind: "python"; readonly interpreter: string } | { readonly kind: "docker"; readonly image: string };

export interface RuntimeSearch {
  readonly run: CommandRunner;
  readonly env: Environment;
  readonly log: (line: string) => void;
}

/** Finds an interpreter with moto; installs moto beside the project if there is none; falls back to Docker. */
export async function findRuntime(search: RuntimeSearch): Promise<Runtime> {
  const named = search.env.ORG_BASELINE_PYTHON || undefined;
  if (named !== undefined) {
    if (await hasMoto(named, search.run)) return { kind: "python", interpreter: named };
    throw new Error(
      `ORG_BASELINE_PYTHON must name an interpreter with moto[server] 5.2.x, got ${named}: ` +
        `run "${named} -m pip install 'moto[server]==${MOTO_VERSION}'" or unset it`,
    );
  }
  for (const interpreter of candidates(search.env)) {
    if (await hasMoto(interpreter, search.run)) return { kind: "python", interpreter };
  }
  search.log(`no interpreter with moto ${MOTO_VERSION} found: installing it into a private virtual environment`);
  const installed = await installMoto(search.run, MOTO_VERSION);
  if (installed !== undefined) return { kind: "python", interpreter: installed };
  search.log("no virtual environment possible: trying Docker");
  if ((await search.run("docker", ["version"])).code === 0)
    return { kind: "docker", image: `motoserver/moto:${MOTO_VERSION}` };
  throw new Error(missingRuntime());
}

/** Where moto may already be: behind `moto_server`, or in the interpreters on PATH. */
export function candidates(env: Environment): string[] {
  const motoServer = findOnPath("moto_server", env);
  const behind = motoServer === undefined ? [] : interpretersBehind(motoServer);
  return [...new Set([...behind, "python3", "python"])];
}

/** The interpreter in the script's first line; a shell shim has none, but its folder holds the matching `python3`. */
export function interpretersBehind(script: string): string[] {
  const real = realpathSync(script);
  const firstLine = readFileSync(real, "utf8").split("\n", 1)[0] ?? "";
  const shebang = /^#!\s*(\S*python[\d.]*)\s*$/.exec(firstLine)?.[1];
  return shebang === undefined ? [join(dirname(script), "python3"), join(dirname(real), "python3")] : [shebang];
}

async function hasMoto(interpreter: string, run: CommandRunner): Promise<boolean> {
  const { code, stdout } = await run(interpreter, ["-c", PRINT_VERSION]);
  return code === 0 && ACCEPTED_MOTO.test(stdout.trim());
}

function missingRuntime(): string {
  return [
    `the emulator needs moto ${MOTO_VERSION} and found neither an interpreter with it, nor a way to install it, nor Docker. Any of these helps:`,
    `  python3 -m pip install "moto[server]==${MOTO_VERSION}"`,
    `  ORG_BASELINE_PYTHON=/path/to/python3 (an interpreter that can import moto.server)`,
    `  a running Docker daemon that can pull motoserver/moto:${MOTO_VERSION}`,
  ].join("\n");
}

import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { findOnPath, type Environment } from "../processes/search-path";
import { dockerEnvironment, installEnvironment, pythonEnvironment } from "./child-environment";
import { runIn, type Run } from "../processes/run";
import { MOTO, MOTO_PACKAGE, MOTO_PROOF, MOTO_VERSION } from "./moto";
import { PythonProblem } from "./python-problem";
import { virtualEnvironment } from "./virtual-environment";

/** What the emulator can run on: an interpreter that has moto, or a container image that has both. */
export type Runtime =
  { readonly kind: "python"; readonly interpreter: string } | { readonly kind: "docker"; readonly image: string };

export interface RuntimeSearch {
  readonly env: Environment;
  /** Receives all that the tools say. */
  readonly log: (line: string) => void;
  /** Receives what takes long, for a person who waits. @default - nobody waits */
  readonly report?: (line: string) => void;
  /** Runs a program. @default - each in the environment that it needs */
  readonly run?: Run;
  /** Where a virtual environment is made. @default - the temporary folder */
  readonly base?: string;
}

/** Works where the system's own Python refuses packages, as on Debian. */
const OWN_PYTHON =
  `python3 -m venv ~/moto && ~/moto/bin/pip install '${MOTO_PACKAGE}' && ` +
  "export ORG_BASELINE_PYTHON=~/moto/bin/python";

/** A Docker client whose daemon hangs does not answer for minutes. */
const DOCKER_TIMEOUT_MS = 30_000;

/** Finds an interpreter with moto; installs moto into an environment of its own if there is none; falls back to Docker. */
export async function findRuntime(search: RuntimeSearch): Promise<Runtime> {
  const { env, log } = search;
  const run = search.run ?? runIn(pythonEnvironment(env));
  const named = env.ORG_BASELINE_PYTHON || undefined;
  if (named !== undefined) {
    const { code, output } = await run(named, ["-c", MOTO_PROOF]);
    if (code === 0) return { kind: "python", interpreter: named };
    throw new Error(
      `ORG_BASELINE_PYTHON must name an interpreter with moto[server] 5.2.x, got ${named}: unset it, or make one:\n` +
        `  ${OWN_PYTHON}\nIt said:\n  ${output.trim().split("\n").at(-1) ?? ""}`,
    );
  }
  for (const interpreter of candidates(env)) {
    if ((await run(interpreter, ["-c", MOTO_PROOF])).code === 0) return { kind: "python", interpreter };
  }
  try {
    return { kind: "python", interpreter: await installMoto(search) };
  } catch (problem) {
    if (!(problem instanceof PythonProblem)) throw problem;
    log(problem.message);
    return await inDocker(search, problem);
  }
}

/** The interpreter of an environment of our own with moto in it. Throws a `PythonProblem`. */
function installMoto({ env, log, report = () => undefined, run, base }: RuntimeSearch): Promise<string> {
  const tell = (line: string) => {
    log(line);
    report(line);
  };
  return virtualEnvironment(MOTO, { run: run ?? runIn(installEnvironment(env)), report: tell, base });
}

async function inDocker({ env, run }: RuntimeSearch, problem: PythonProblem): Promise<Runtime> {
  const docker = await (run ?? runIn(dockerEnvironment(env)))("docker", ["version"], { timeoutMs: DOCKER_TIMEOUT_MS });
  if (docker.code === 0) return { kind: "docker", image: `motoserver/moto:${MOTO_VERSION}` };
  throw new Error(
    [
      `the emulator needs moto ${MOTO_VERSION}, and could not get it. ${problem.message}`,
      `Or name an interpreter that has it in ORG_BASELINE_PYTHON: ${OWN_PYTHON}`,
      `Or start a Docker daemon that can pull motoserver/moto:${MOTO_VERSION}: none answers now.`,
    ].join("\n"),
  );
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

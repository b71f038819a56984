import { lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { isExecutable } from "../processes/search-path";
import type { Run } from "../processes/run";
import { noPython, oldPython, pipProblem, PythonProblem, venvProblem } from "./python-problem";

/** Packages in a virtual environment of their own. */
export interface PackageSet {
  /** Names the folder: what is in it, and which version. */
  readonly name: string;
  readonly packages: readonly string[];
  /** Python that fails where they are not there as they should be. */
  readonly proof: string;
}

export interface Workshop {
  /** Runs Python in `installEnvironment`. */
  readonly run: Run;
  /** Hears what is being done, and each line of the tools. */
  readonly report: (line: string) => void;
  /** The folder that holds ours. @default - the temporary folder */
  readonly base?: string;
}

const OLDEST_PYTHON = [3, 10] as const;
const PRINT_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])";
const DAY_MS = 86_400_000;

/**
 * The interpreter of an environment with these packages, made if there is none that works. It is made beside its place
 * and moved there when its pip answers and the packages are there: what is at its place is whole, whatever was
 * interrupted, and of two that start at once the first one wins.
 *
 * There is no limit of time: a slow network is no failure, and pip itself gives up where nothing comes any more.
 */
export async function virtualEnvironment(set: PackageSet, workshop: Workshop): Promise<string> {
  const { run, report, base = tmpdir() } = workshop;
  const home = join(base, `org-baseline-${userInfo().uid}`);
  const place = join(home, set.name);
  claim(home);
  try {
    if (await works(place, set, run)) return interpreterIn(place);
    const python = await findPython(run);
    rmSync(place, { recursive: true, force: true });
    removeForgotten(home);
    const folder = mkdtempSync(join(home, `${set.name}.making-`));
    try {
      report(`installing ${set.packages.join(" ")} into a virtual environment, once`);
      await make(folder, python, set, workshop);
      return await moveTo(place, folder, set, run);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    removeIfEmpty(home);
  }
}

async function make(folder: string, python: string, set: PackageSet, { run, report }: Workshop): Promise<void> {
  const step = (command: readonly string[]) =>
    run(python, [join(__dirname, "with_parent.py"), folder, ...command], { line: report });
  const interpreter = interpreterIn(folder);
  const venv = await step([python, "-m", "venv", folder]);
  if (venv.code !== 0) throw venvProblem(venv.output);
  const pip = await step([interpreter, "-m", "pip", "install", "--progress-bar", "off", ...set.packages]);
  if (pip.code !== 0) throw pipProblem(set.packages, pip.output);
  if (await works(folder, set, run)) return;
  const { output } = await run(interpreter, ["-c", set.proof]);
  throw new PythonProblem("other", `${set.packages.join(" ")} was installed and does not work.`, output, "report it");
}

async function moveTo(place: string, folder: string, set: PackageSet, run: Run): Promise<string> {
  try {
    renameSync(folder, place);
  } catch (problem) {
    // Another start was first.
    if (!(await works(place, set, run))) throw problem;
  }
  return interpreterIn(place);
}

/** An environment counts as made if its pip answers and its packages are there. */
async function works(folder: string, { proof }: PackageSet, run: Run): Promise<boolean> {
  const interpreter = interpreterIn(folder);
  if (!isExecutable(interpreter)) return false;
  return (
    (await run(interpreter, ["-m", "pip", "--version"])).code === 0 &&
    (await run(interpreter, ["-c", proof])).code === 0
  );
}

/** A Python that is new enough for moto and for our own sources. */
async function findPython(run: Run): Promise<string> {
  const said: string[] = [];
  const old: string[] = [];
  for (const name of ["python3", "python"]) {
    const { code, stdout, output } = await run(name, ["-c", PRINT_VERSION]);
    const [major = 0, minor = 0] = stdout.trim().split(".").map(Number);
    const enough = major > OLDEST_PYTHON[0] || (major === OLDEST_PYTHON[0] && minor >= OLDEST_PYTHON[1]);
    if (code === 0 && enough) return name;
    if (code === 0) old.push(stdout.trim());
    else said.push(output);
  }
  throw old[0] === undefined ? noPython(said.join("\n")) : oldPython(old[0]);
}

const interpreterIn = (environment: string): string =>
  process.platform === "win32" ? join(environment, "Scripts", "python.exe") : join(environment, "bin", "python");

/** The temporary folder is shared: code is only run from a folder that this user made and nobody else can write. */
function claim(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const ours = found.isDirectory() && found.uid === userInfo().uid && (found.mode & 0o022) === 0;
  if (process.platform === "win32" || ours) return;
  throw new PythonProblem(
    "other",
    `${folder} must be a folder that only you can write.`,
    "",
    `look at it, and remove it`,
  );
}

/** Half-made environments that nobody makes any more, as after a power failure. */
function removeForgotten(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.includes(".making-"))) {
    const folder = join(home, name);
    const made = statSync(folder, { throwIfNoEntry: false });
    if (made !== undefined && Date.now() - made.mtimeMs > DAY_MS) rmSync(folder, { recursive: true, force: true });
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // something of ours is in it
  }
}

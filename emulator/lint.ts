import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { installEnvironment, pythonEnvironment } from "./child-environment";
import { runIn, type Run } from "../processes/run";
import { findRuntime } from "./python";
import { PythonProblem } from "./python-problem";
import { virtualEnvironment, type PackageSet } from "./virtual-environment";

const PACKAGES = ["ruff==0.17.6", "mypy==2.4.1", "import-linter==2.17"];
const PROOF = `
from importlib.metadata import version
for package in "${PACKAGES.join(" ")}".split():
    assert version(package.split("==")[0]) == package.split("==")[1]`;

/** All in one environment, named by their versions. */
const TOOLS: PackageSet = { name: PACKAGES.join("-").replaceAll("==", "-"), packages: PACKAGES, proof: PROOF };

/** Our modules import each other by names below emulator/. */
const CIRCLES = `
import sys
sys.path.insert(0, "emulator")
from importlinter.cli import lint_imports
sys.exit(lint_imports(no_cache=True, no_logo=True))`;

const CHECKOUT = join(__dirname, "..");

/** What is run, in the checkout; the rules stand in pyproject.toml. */
const checks = (moto: string, cache: string): readonly (readonly string[])[] => [
  ["-m", "ruff", "check", "--quiet", "--no-cache", "emulator", "__tests__"],
  ["-m", "ruff", "format", "--diff", "--quiet", "--no-cache", "emulator", "__tests__"],
  ["-m", "mypy", "--no-error-summary", "--python-executable", moto, "--cache-dir", join(cache, "mypy")],
  ["-c", CIRCLES],
];

/** Runs ruff, mypy and import-linter over our Python. Returns whether it is clean. */
async function lint(run: Run): Promise<boolean> {
  const { env } = process;
  const [log, report] = [() => undefined, (line: string) => console.log(line)];
  const runtime = await findRuntime({ env, log, report });
  if (runtime.kind !== "python")
    throw new PythonProblem("other", "mypy needs an interpreter with moto.", "", "see above");
  const base = join(CHECKOUT, "node_modules", ".cache");
  mkdirSync(base, { recursive: true });
  const tools = await virtualEnvironment(TOOLS, { run: runIn(installEnvironment(env)), report, base });
  let clean = true;
  for (const args of checks(runtime.interpreter, base)) {
    const { code, output } = await run(tools, args);
    if (code !== 0) console.log(output);
    clean &&= code === 0;
  }
  return clean;
}

/** Where PyPI cannot be reached this is said and is no failure, except in the gate. Any other problem is a failure. */
async function main(): Promise<number> {
  process.chdir(CHECKOUT);
  try {
    return (await lint(runIn(pythonEnvironment(process.env)))) ? 0 : 1;
  } catch (problem) {
    if (!(problem instanceof PythonProblem)) throw problem;
    console.log(`PYTHON IS NOT CHECKED: ${problem.message}`);
    if (problem.kind !== "no package index") return 1;
    return process.env.REQUIRE_E2E === "1" || process.env.CI ? 1 : 0;
  }
}

main().then(
  (exitCode) => process.exit(exitCode),
  (problem: unknown) => {
    console.error(problem);
    process.exit(1);
  },
);

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { onlyHelp } from "./only-help";

/**
 * `npm run test:node`: what holds on this Node holds on all that package.json admits. The oldest release of each line
 * that its `engines` admit, and the newest of those that have no such limit.
 *
 * All run in the same node_modules: nothing in it is built at install (allowScripts), so it is the same whatever Node
 * installed it. The unit tests are left out for the line that runs this, since `npm test` runs them.
 */
const RELEASES = ["20.19.0", "22.13.0", "24", "26"];

const CHECKOUT = join(__dirname, "..");
const TSX = ["--import", "tsx"];
const JEST = join(CHECKOUT, "node_modules", "jest", "bin", "jest.js");

/**
 * What no Node changes: the benches measure this machine; what is said of the output holds wherever the output is the
 * same to the byte, which is asked first; and what judges texts alone, for minutes, is judged once.
 */
const SAME_ON_EVERY_NODE = [
  "--testPathIgnorePatterns",
  ...["/e2e/", "/bench/", "/house/", "/stacks/", "/provider-6/", "/review/", "/event-pattern/engine/", "/mutations"],
];

interface Release {
  readonly name: string;
  readonly binary: string;
}

/** Node itself, from the npm registry, where `npm ci` takes it away again. */
function installed(name: string): Release {
  const folder = join(CHECKOUT, "node_modules", ".cache", "nodes", name);
  const system = process.platform === "win32" ? "win" : process.platform;
  const packaged = `node-${system}-${process.arch}`;
  mkdirSync(folder, { recursive: true });
  const binary = join(folder, "node_modules", packaged, "bin", system === "win" ? "node.exe" : "node");
  const version = spawnSync(binary, ["--version"], { encoding: "utf8" }).stdout as string | null;
  if (!version?.startsWith(`v${name}`))
    execute("npm", ["install", "--no-save", "--no-package-lock", "--prefix", folder, `${packaged}@${name}`]);
  return { name, binary };
}

/** Runs a command to its end, in sight. Throws where it fails. */
function execute(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  const { status, signal } = spawnSync(command, args, { cwd: CHECKOUT, env, stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status ?? signal ?? "nothing"}`);
}

/** A deprecation is an error: what is announced today is gone tomorrow. */
const STRICT = "--throw-deprecation";

function onThis({ binary }: Release, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const path = `${dirname(binary)}${delimiter}${process.env.PATH ?? ""}`;
  execute(binary, args, { ...process.env, PATH: path, NODE_OPTIONS: STRICT, ...env });
}

/** One hash for everything that a synth on this Node writes. */
function synthesized(release: Release): string {
  const folder = mkdtempSync(join(tmpdir(), "org-baseline-node-"));
  try {
    onThis(release, [join("processes", "needs-node.cjs")]);
    onThis(release, ["synth.cjs"], { CDKTF_OUTDIR: folder });
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
    const hash = createHash("sha256");
    for (const name of files.sort()) hash.update(name).update(readFileSync(join(folder, name)));
    return hash.digest("hex");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isTheRunningLine = ({ name }: Release) => name.split(".")[0] === process.versions.node.split(".")[0];

const HELP = `npm run test:node

Gets Node ${RELEASES.join(", ")} from the npm registry. Each has to synthesize the same output; each that is not of the
running line runs the unit tests; the oldest and the newest run npm start. Takes many minutes.

  -h, --help   this text

Exit code 0: nothing fails. 1: anything else.`;

function main(): void {
  const releases = RELEASES.map(installed);
  const outputs = releases.map(synthesized);
  if (new Set(outputs).size !== 1) throw new Error(`every Node must synthesize the same, got ${outputs.join(", ")}`);
  for (const release of releases.filter((each) => !isTheRunningLine(each))) {
    console.log(`\nUnit tests on Node ${release.name}`);
    onThis(release, [JEST, "--selectProjects", "unit", "long", "isolated", ...SAME_ON_EVERY_NODE]);
  }
  for (const release of [releases[0], releases.at(-1)].flatMap((each) => each ?? [])) {
    console.log(`\nnpm start on Node ${release.name}`);
    onThis(release, [...TSX, join("trial", "index.ts")]);
  }
  console.log(`\nNode ${RELEASES.join(", ")}: the same output, and nothing fails.`);
}

const answered = onlyHelp("npm run test:node", HELP, process.argv.slice(2));
if (answered === undefined) main();
else {
  console.log(answered.text);
  process.exitCode = answered.exitCode;
}

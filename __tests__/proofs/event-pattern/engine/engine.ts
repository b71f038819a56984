import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { EVENT_PATTERN_MAX_COMPLEXITY } from "../../../../proofs/event-pattern/quotas";
import { ANY_PROGRAM, NETWORK, pick } from "../../../../processes/environment";
import type { Asked } from "./narrow";

/** AWS's own matcher of events, on Java. */

const POM = join(__dirname, "pom.xml");
const VERSION = /<artifactId>event-ruler<\/artifactId>\s*<version>([^<]+)</.exec(readFileSync(POM, "utf8"))?.[1] ?? "";
export const ENGINE = `event-ruler ${VERSION}`;

const CACHE = join(__dirname, "../../../../node_modules/.cache");
const JARS = join(CACHE, `event-ruler-${VERSION}`);
/** The first start compiles a file and loads 85,000 pairs; a busy machine takes a minute. */
const TIMEOUT_MS = 280_000;
const ENVIRONMENT = pick(process.env, ANY_PROGRAM, NETWORK, [
  "JAVA_HOME",
  "MAVEN_OPTS",
  "MAVEN_ARGS",
  "JAVA_TOOL_OPTIONS",
]);

function run(command: string, args: readonly string[], input = ""): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    env: ENVIRONMENT,
    input,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    timeout: TIMEOUT_MS,
  });
  if (error !== undefined) throw new Error(`${command} must run, as AWS's matcher is Java, got ${error.message}`);
  if (status !== 0)
    throw new Error(`${command} must end with 0, got ${String(status)}: ${(stderr + stdout).slice(-2000)}`);
  return stdout;
}

/** Whether the engine can be asked without fetching anything. */
export function isHere(): boolean {
  return existsSync(JARS) && spawnSync("java", ["-version"], { env: ENVIRONMENT }).status === 0;
}

/** Fetches the engine with Maven where it is not here yet. Throws where there is no Java, no Maven or no way to them. */
export function fetchEngine(): void {
  if (isHere()) return;
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, "event-ruler-"));
  run("mvn", ["-B", "-q", "-f", POM, "dependency:copy-dependencies", `-DoutputDirectory=${folder}`]);
  if (!existsSync(JARS)) renameSync(folder, JARS);
}

/** What the engine says: for each question why the pattern is refused, or whether it fires for each event. */
export function askEngine(questions: readonly Asked[]): readonly (string | readonly boolean[])[] {
  const texts = questions.map(({ pattern, events }) => ({
    pattern: JSON.stringify(pattern),
    events: events.map((event) => JSON.stringify(event)),
  }));
  const args = [
    "-Xmx1g",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-cp",
    join(JARS, "*"),
    join(__dirname, "Engine.java"),
    String(EVENT_PATTERN_MAX_COMPLEXITY),
  ];
  return JSON.parse(run("java", args, JSON.stringify(texts))) as (string | boolean[])[];
}

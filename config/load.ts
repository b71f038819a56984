import { statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { fileOf } from "./define-config";
import { keysTwice } from "./keys-twice";
import { parseConfig } from "./parse";
import { ConfigurationError, type Problem } from "./report/problem";
import type { Baseline } from "./schema/baseline";

/** The file that is read when BASELINE_CONFIG names no other. */
export const DEFAULT_FILE = "baseline.config.ts";

const hasDefault = (value: unknown): value is { readonly default: unknown } =>
  typeof value === "object" && value !== null && "default" in value;

/** A file as a person names it: as seen from the working directory. */
const shownAs = (path: string): string => relative(process.cwd(), path) || "the configuration";

/** Headlines of compilers that say no more than that something failed; what failed stands in the next line. */
const HEADLINE = /^(\w+: )?(transform|build) failed with \d+ errors?:$/i;

/** The line of an error that says what is wrong, with paths as seen from the configuration. */
function firstLine(error: unknown, folder: string): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const lines = text.split("\n").map((line) => line.replace(/^Error: /, "").trim());
  const line = lines.find((candidate) => candidate !== "" && !HEADLINE.test(candidate)) ?? "an error without a message";
  return line.replaceAll(folder + sep, "");
}

/** What a configuration uses and its author did not write. */
const NOT_THE_AUTHORS = /[\\/]node_modules[\\/]/;
const OURS = ["config", "catalogue", "proofs"].map((room) => resolve(__dirname, "..", room) + sep);

const isTheAuthors = (file: string): boolean =>
  isAbsolute(file) && !NOT_THE_AUTHORS.test(file) && !OURS.some((room) => file.startsWith(room));

/** A line that names a place: of a stack trace, `at mine (/home/me/mine.ts:3:7)`, or of a compiler, `/home/me/mine.ts:3:7: …`. */
const PLACE = /^\s*(?:at (?:(?<caller>.*) \()?)?(?<file>[^()]+?):(?<line>\d+):\d+(?:\)?$|: )/;

/** Deep enough to reach the configuration through the loader, which finds and compiles what is imported. */
const TRACE_LENGTH = 50;

interface PlaceInFile {
  readonly file: string;
  readonly line?: string | undefined;
}

/** Where in the author's files the error arose: the innermost place that its text or its trace names. */
function placeOf(error: unknown, path: string): PlaceInFile {
  const trace = error instanceof Error ? (error.stack ?? "") : "";
  for (const text of trace.split("\n")) {
    const { file: named = "", line, caller } = PLACE.exec(text)?.groups ?? {};
    const file = named.startsWith("file:") ? fileURLToPath(named) : named;
    // What comes after is how the loading was called. All of ours may be one file, so the function is named too.
    if (file === __filename && caller === load.name) break;
    if (isTheAuthors(file)) return { file, line };
  }
  return { file: path };
}

/** A configuration is TypeScript: it is loaded by the running loader (tsx, or the test runner's), not bundled. */
function load(path: string): unknown {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = TRACE_LENGTH;
  try {
    return module.require(path);
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const { file, line } = placeOf(error, path);
    const where = line === undefined ? "" : `line ${line}`;
    throw new ConfigurationError(shownAs(file), [
      { where, rule: "load without an error", got: firstLine(error, dirname(file)) },
    ]);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The file and what it imports, as far as its author wrote it. */
function filesOf(path: string): readonly string[] {
  const found = new Set([path]);
  for (const file of found)
    for (const { filename } of require.cache[file]?.children ?? []) if (isTheAuthors(filename)) found.add(filename);
  return [...found];
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** The rule that a path breaks by itself, before anything is loaded. */
function brokenRule(path: string): string | undefined {
  const found = statOf(path);
  if (found === undefined) return "name a file that exists";
  if (!found.isFile()) return "name a file, such as baseline.config.ts";
  if (!/\.[cm]?[jt]s$/.test(path)) return "name a TypeScript file with export default defineConfig({ … })";
  return undefined;
}

/** The configuration file that the environment names; undefined where `BASELINE_CONFIG` is not set or empty. */
export const namedConfig = (): string | undefined => process.env.BASELINE_CONFIG || undefined;

/** The configuration, or one report of what its text and what its values break. */
function parsed(value: unknown, file: string, twice: readonly Problem[]): Baseline {
  if (twice.length === 0) return parseConfig(value, file);
  try {
    parseConfig(value, file);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new ConfigurationError(file, [...twice, ...error.problems]);
  }
  throw new ConfigurationError(file, twice);
}

/**
 * Reads the configuration file: `BASELINE_CONFIG`, relative to the working directory, or `baseline.config.ts` where
 * that is not set or empty. Throws a ConfigurationError where it is missing, fails to load, exports nothing or holds
 * mistakes; it names the file in which the text stands, which an example may only hand on.
 */
export function loadConfig(named = namedConfig() ?? DEFAULT_FILE): Baseline {
  const path = resolve(named);
  const rule = brokenRule(path);
  if (rule !== undefined) throw new ConfigurationError(shownAs(path), [{ where: "BASELINE_CONFIG", rule, got: named }]);
  const loaded = load(path);
  if (!hasDefault(loaded))
    throw new ConfigurationError(shownAs(path), [
      { where: "", rule: "export default defineConfig({ … })", got: undefined },
    ]);
  const file = fileOf(loaded.default) ?? path;
  return parsed(
    loaded.default,
    shownAs(file),
    keysTwice(filesOf(path), (each) => (each === file ? "" : shownAs(each))),
  );
}

import { statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { parseConfig } from "./parse";
import { ConfigurationError } from "./problem";
import type { Baseline } from "./schema/baseline";

/** The file that is read when BASELINE_CONFIG names no other. */
const DEFAULT_FILE = "baseline.config.ts";

const hasDefault = (value: unknown): value is { readonly default: unknown } =>
  typeof value === "object" && value !== null && "default" in value;

/** Headlines of compilers that say no more than that something failed; what failed stands in the next line. */
const HEADLINE = /^(\w+: )?(transform|build) failed with \d+ errors?:$/i;

/** The line of an error that says what is wrong, with paths as seen from the configuration. */
function firstLine(error: unknown, folder: string): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const lines = text.split("\n").map((line) => line.replace(/^Error: /, "").trim());
  const line = lines.find((candidate) => candidate !== "" && !HEADLINE.test(candidate)) ?? "an error without a message";
  return line.replaceAll(folder + sep, "");
}

/** A configuration is TypeScript: it is loaded by the running loader (tsx, or the test runner's), not bundled. */
function load(path: string, shownAs: string): unknown {
  try {
    return module.require(path);
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const got = firstLine(error, dirname(path));
    throw new ConfigurationError(shownAs, [{ where: "", rule: "load without an error", got }]);
  }
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

/**
 * Reads the configuration file: `BASELINE_CONFIG`, relative to the working directory, or `baseline.config.ts` where
 * that is not set or empty. Throws a ConfigurationError where it is missing, fails to load, exports nothing or holds
 * mistakes.
 */
export function loadConfig(file = process.env.BASELINE_CONFIG || DEFAULT_FILE): Baseline {
  const path = resolve(file);
  const shownAs = relative(process.cwd(), path) || "the configuration";
  const rule = brokenRule(path);
  if (rule !== undefined) throw new ConfigurationError(shownAs, [{ where: "BASELINE_CONFIG", rule, got: file }]);
  const loaded = load(path, shownAs);
  if (!hasDefault(loaded))
    throw new ConfigurationError(shownAs, [{ where: "", rule: "export default defineConfig({ … })", got: undefined }]);
  return parseConfig(loaded.default, shownAs);
}

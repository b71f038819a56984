import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { parseConfig } from "./parse";
import { ConfigurationError } from "./problem";
import type { Baseline } from "./schema/baseline";

/** The file that is read when BASELINE_CONFIG names no other. */
const DEFAULT_FILE = "baseline.config.ts";

const hasDefault = (value: unknown): value is { readonly default: unknown } =>
  typeof value === "object" && value !== null && "default" in value;

/**
 * Reads the configuration file: `BASELINE_CONFIG`, relative to the working directory, or `baseline.config.ts`.
 * Throws a ConfigurationError where it is missing, exports nothing or holds mistakes.
 */
export function loadConfig(file = process.env.BASELINE_CONFIG ?? DEFAULT_FILE): Baseline {
  const path = resolve(file);
  const shownAs = relative(process.cwd(), path) || file;
  if (!existsSync(path))
    throw new ConfigurationError(shownAs, [{ where: "BASELINE_CONFIG", rule: "name a file that exists", got: file }]);
  // A configuration is TypeScript: it is loaded by the running loader (tsx, or the test runner's), not bundled.
  const loaded: unknown = module.require(path);
  if (!hasDefault(loaded))
    throw new ConfigurationError(shownAs, [{ where: "", rule: "export default defineConfig({ … })", got: undefined }]);
  return parseConfig(loaded.default, shownAs);
}

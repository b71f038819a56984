import { withTraces } from "./error-traces";
import type { BaselineConfig } from "./schema/baseline";

/** The file in which each configuration is written: an example may hand on what stands in another file. */
const files = new WeakMap<object, string>();

/** The file from which the function was called. */
function callerOf(called: (config: BaselineConfig) => BaselineConfig): string | undefined {
  const trace: { readonly stack?: unknown } = {};
  return withTraces(
    (_error, [caller]) => caller?.getFileName() ?? undefined,
    () => {
      Error.captureStackTrace(trace, called);
      return typeof trace.stack === "string" ? trace.stack : undefined;
    },
  );
}

/** Types a configuration while it is written. What it may hold is documented on every field. */
export function defineConfig(config: BaselineConfig): BaselineConfig {
  const file = callerOf(defineConfig);
  if (file !== undefined) files.set(config, file);
  return config;
}

/** The file in which the configuration is written, where `defineConfig` was called for it. */
export const fileOf = (config: unknown): string | undefined =>
  typeof config === "object" && config !== null ? files.get(config) : undefined;

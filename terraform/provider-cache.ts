import { mkdirSync } from "node:fs";
import type { PreparedTerraform } from "./terraform";

/**
 * Where the AWS provider comes from a registry, every stack would download its 150 MB again: the first shares it with
 * the others. A mirror is linked, not copied, and a cache of the caller's own is left alone.
 */
export function providerCache(
  { env }: Pick<PreparedTerraform, "env">,
  folder: string,
  caller: Readonly<Record<string, string | undefined>> = process.env,
): Record<string, string> {
  if (env.TF_CLI_CONFIG_FILE !== undefined || caller.TF_PLUGIN_CACHE_DIR) return {};
  mkdirSync(folder, { recursive: true });
  // The lock file of a trial is nobody's: without this, Terraform uses no cache where it has no entry yet.
  return { TF_PLUGIN_CACHE_DIR: folder, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "1" };
}

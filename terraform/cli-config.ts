import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../processes/search-path";
import type { Tool } from "./terraform-binary";

/** The user's own CLI configuration: none, named but missing, there, or there and saying where providers come from. */
export type CliConfigState = "none" | "missing" | "plain" | "installation";

/** What the tool would read as its CLI configuration. A file that TF_CLI_CONFIG_FILE names is read instead of all others. */
export function cliConfigState(env: Environment, tool: Tool, home: string = homedir()): CliConfigState {
  const named = env.TF_CLI_CONFIG_FILE || undefined;
  if (named !== undefined && !existsSync(named)) return "missing";
  const files = named === undefined ? configFiles(env, tool, home) : [named];
  if (files.length === 0) return "none";
  return files.some((file) => readFileSync(file, "utf8").includes("provider_installation")) ? "installation" : "plain";
}

/** As in Terraform's and OpenTofu's cliconfig: one file, and every .tfrc in the configuration folder. */
function configFiles(env: Environment, tool: Tool, home: string): readonly string[] {
  const file = mainFiles(env, tool, home).find((candidate) => existsSync(candidate));
  return [...(file === undefined ? [] : [file]), ...folderFiles(join(home, ".terraform.d"))];
}

function mainFiles(env: Environment, tool: Tool, home: string): readonly string[] {
  if (process.platform === "win32") {
    const folder = env.APPDATA ?? home;
    return [...(tool === "OpenTofu" ? [join(folder, "tofu.rc")] : []), join(folder, "terraform.rc")];
  }
  const terraform = join(home, ".terraformrc");
  if (tool === "Terraform") return [terraform];
  const xdg = env.XDG_CONFIG_HOME ? [join(env.XDG_CONFIG_HOME, "opentofu", "tofurc")] : [];
  return [join(home, ".tofurc"), terraform, ...xdg];
}

const folderFiles = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".tfrc"))
        .map((name) => join(folder, name))
    : [];

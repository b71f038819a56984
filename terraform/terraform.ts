import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cliConfigState } from "./cli-config";
import { terraformEnvironment } from "./environment";
import { findMirror } from "./mirror-search";
import { chooseInstallation, cliConfigText, type ProviderSources } from "./provider-installation";
import { runIn } from "../processes/run";
import type { Environment } from "../processes/search-path";
import { findTerraform, REGISTRY_HOSTS, type Tool } from "./terraform-binary";

export interface TerraformOptions {
  /** Receives the CLI configuration, if one is needed. */
  readonly workDir: string;
  readonly log: (line: string) => void;
}

export interface PreparedTerraform {
  readonly binary: string;
  readonly tool: Tool;
  readonly version: string;
  /** To be laid over the environment of every Terraform or CDKTF command. */
  readonly env: Record<string, string>;
}

const REGISTRY_TIMEOUT_MS = 4_000;

/** No prompts, no telemetry, no caches in the home folder, no provider lock that asks every platform's registry. */
const QUIET = {
  CHECKPOINT_DISABLE: "1",
  CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
  CDKTF_SKIP_PROVIDER_LOCK: "true",
  TF_INPUT: "0",
  TF_IN_AUTOMATION: "1",
  CI: "true",
  DISABLE_VERSION_CHECK: "1",
};

/** Finds Terraform (or OpenTofu) and a place to get the AWS provider from. */
export async function prepareTerraform({ workDir, log }: TerraformOptions): Promise<PreparedTerraform> {
  // Not in the caller's environment: TF_CLI_ARGS and TF_LOG change what `terraform version` does and says.
  const { binary, tool, version } = await findTerraform(runIn(terraformEnvironment(process.env)), process.env);
  const host = REGISTRY_HOSTS[tool];
  const installation = chooseInstallation(await providerSources(tool, process.env), tool);
  const env = { ...QUIET, TERRAFORM_BINARY_NAME: binary };
  log(`${tool} ${version}`);
  if (installation.kind === "keep") return { binary, tool, version, env };
  if (installation.kind === "mirror") log(`AWS provider from the mirror ${installation.path}`);
  mkdirSync(workDir, { recursive: true });
  const file = join(workDir, "terraform.rc");
  writeFileSync(file, cliConfigText(installation, host));
  return { binary, tool, version, env: { ...env, TF_CLI_CONFIG_FILE: file } };
}

/** The search for a mirror walks the disk, so it runs only where its answer counts. */
async function providerSources(tool: Tool, env: Environment): Promise<ProviderSources> {
  const host = REGISTRY_HOSTS[tool];
  const cliConfig = cliConfigState(env, tool);
  const registryReachable = cliConfig !== "installation" && (await isReachable(host));
  const searching = cliConfig !== "installation" && !registryReachable;
  return {
    cliConfig,
    registryReachable,
    behindProxy: Boolean(env.HTTPS_PROXY || env.https_proxy),
    mirror: searching ? findMirror(host, env) : undefined,
  };
}

async function isReachable(host: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(REGISTRY_TIMEOUT_MS);
    return (await fetch(`https://${host}/.well-known/terraform.json`, { signal })).ok;
  } catch {
    return false;
  }
}

import type { Answer, Run } from "../processes/run";
import { findOnPath, type Environment } from "../processes/search-path";

/** The registry that each tool asks for a provider named `hashicorp/aws`. */
export const REGISTRY_HOSTS = { Terraform: "registry.terraform.io", OpenTofu: "registry.opentofu.org" } as const;

export type Tool = keyof typeof REGISTRY_HOSTS;

export interface TerraformBinary {
  readonly binary: string;
  readonly tool: Tool;
  readonly version: string;
}

/** The first releases with a native S3 lock file and ephemeral variables. */
const MINIMUM: Record<Tool, string> = { Terraform: "1.10.0", OpenTofu: "1.11.0" };

const HOW_TO_GET = `install Terraform >= 1.10 (https://developer.hashicorp.com/terraform/install) or OpenTofu >= 1.11 (https://opentofu.org/docs/intro/install), or name the binary in TERRAFORM_BINARY_NAME`;

/** `terraform version` may look for a newer release; nobody waits longer than this. */
const TIMEOUT_MS = 300_000;

type Ask = (...call: Parameters<Run>) => Promise<Pick<Answer, "code" | "stdout">>;

/** TERRAFORM_BINARY_NAME as in CDKTF, else `terraform`, else `tofu`. */
export async function findTerraform(run: Ask, env: Environment): Promise<TerraformBinary> {
  const named = env.TERRAFORM_BINARY_NAME || undefined;
  const binary = named ?? ["terraform", "tofu"].find((name) => findOnPath(name, env) !== undefined);
  if (binary === undefined) throw new Error(`neither terraform nor tofu is on PATH: ${HOW_TO_GET}`);
  const { code, stdout } = await run(binary, ["version"], { timeoutMs: TIMEOUT_MS });
  const found = parseVersion(stdout);
  if (code !== 0 || found === undefined) throw new Error(`"${binary} version" failed: ${HOW_TO_GET}`);
  if (compareVersions(found.version, MINIMUM[found.tool]) < 0)
    throw new Error(`${binary} must be ${found.tool} >= ${MINIMUM[found.tool]}, got ${found.version}: ${HOW_TO_GET}`);
  return { binary, ...found };
}

/** Reads the first line of `terraform version`. */
export function parseVersion(stdout: string): Omit<TerraformBinary, "binary"> | undefined {
  const match = /^(Terraform|OpenTofu) v(\d+\.\d+\.\d+)/m.exec(stdout);
  const [, tool, version] = match ?? [];
  if (version === undefined || (tool !== "Terraform" && tool !== "OpenTofu")) return undefined;
  return { tool, version };
}

/** Negative, zero or positive, as for `sort`. Pre-releases are not told apart. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split(".").map((part) => Number.parseInt(part, 10)));
  const differences = [0, 1, 2].map((index) => (a?.[index] ?? 0) - (b?.[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

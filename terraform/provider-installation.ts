import type { CliConfigState } from "./cli-config";
import { REGISTRY_HOSTS, type Tool } from "./terraform-binary";

/** What is known about where Terraform can get the AWS provider from. */
export interface ProviderSources {
  readonly cliConfig: CliConfigState;
  readonly registryReachable: boolean;
  /** A direct look at the registry fails behind a proxy that Terraform itself would use. */
  readonly behindProxy: boolean;
  readonly mirror: string | undefined;
}

/** `keep` leaves the user's configuration alone; `empty` replaces one that does not exist, which Terraform complains about. */
export type Installation = { readonly kind: "keep" | "empty" } | { readonly kind: "mirror"; readonly path: string };

/** By which a person calls each tool. */
const COMMANDS: Record<Tool, string> = { Terraform: "terraform", OpenTofu: "tofu" };

/** The user's own choice first, then the registry, then a mirror, then hope behind a proxy. */
export function chooseInstallation(sources: ProviderSources, tool: Tool): Installation {
  const host = REGISTRY_HOSTS[tool];
  const direct: Installation = { kind: sources.cliConfig === "missing" ? "empty" : "keep" };
  if (sources.cliConfig === "installation" || sources.registryReachable) return direct;
  if (sources.mirror !== undefined) return { kind: "mirror", path: sources.mirror };
  if (sources.behindProxy) return direct;
  throw new Error(
    `the AWS provider can be had neither from the registry (https://${host} does not answer) nor from a local mirror: ` +
      `open the way to the registry, or set TF_PLUGIN_MIRROR to a folder with ${host}/hashicorp/aws/<version>/ ` +
      `("${COMMANDS[tool]} providers mirror <folder>" in cdktf.out/stacks/root-access makes one, of a version that fits)`,
  );
}

/** The Terraform CLI configuration that makes it so. */
export function cliConfigText(installation: Installation, host: string): string {
  if (installation.kind !== "mirror") return "";
  return [
    "provider_installation {",
    "  filesystem_mirror {",
    `    path = ${JSON.stringify(installation.path)}`,
    "  }",
    "  direct {",
    `    exclude = ["${host}/hashicorp/aws"]`,
    "  }",
    "}",
    "",
  ].join("\n");
}

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { terraformEnvironment } from "../../../terraform/environment";
import type { PreparedTerraform } from "../../../terraform/terraform";

/** The oldest release that the portable form declares: what is proven with it holds for the bindings' newer one too. */
export const PROVIDER_VERSION = "5.100.0";

/** What `terraform init` says when it is done. */
export const INSTALLED = /Installed hashicorp\/aws v5\.100\.0 \([^]*successfully initialized/;

/**
 * Gets the provider once, and makes the folder that it lies in the only place that any later command asks. Whatever
 * a mirror or a registry offers, every test runs with this release, and none of them downloads it again.
 */
export function pinProvider(folder: string, { binary, env }: PreparedTerraform): string {
  mkdirSync(folder, { recursive: true });
  const requirement = { source: "hashicorp/aws", version: PROVIDER_VERSION };
  writeFileSync(
    join(folder, "probe.tf.json"),
    JSON.stringify({ terraform: { required_providers: { aws: requirement } } }),
  );
  const init = spawnSync(binary, [`-chdir=${folder}`, "init", "-no-color"], {
    env: { ...terraformEnvironment(process.env), ...env },
    encoding: "utf8",
  });
  if (init.status !== 0) throw new Error(`the AWS provider ${PROVIDER_VERSION} cannot be had:\n${init.stderr}`);
  const path = JSON.stringify(join(folder, ".terraform", "providers"));
  return `provider_installation {\n  filesystem_mirror {\n    path = ${path}\n  }\n}\n`;
}

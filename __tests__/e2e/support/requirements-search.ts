import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findRuntime } from "../../../emulator/python";
import { prepareTerraform } from "../../../terraform/terraform";
import { pinProvider } from "./provider-pin";
import type { Requirements } from "./requirements";

/** Finds Terraform, the provider and the emulator's interpreter. Throws with what is missing and how to get it. */
export async function findRequirements(folder: string): Promise<Requirements> {
  const log = (): void => undefined;
  await findRuntime({ env: process.env, log });
  const terraform = await prepareTerraform({ workDir: folder, log });
  const cliConfig = join(folder, "pinned.rc");
  writeFileSync(cliConfig, pinProvider(join(folder, "provider"), terraform));
  return { folder, terraformEnv: { ...terraform.env, TF_CLI_CONFIG_FILE: cliConfig } };
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import shipped from "../../baseline.config";
import type { BaselineConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { succeeded } from "../../terraform/command-failure";
import { Deployment } from "../../terraform/deployment";
import { providerCache } from "../../terraform/provider-cache";
import { prepareTerraform } from "../../terraform/terraform";
import type { Cleanup } from "../cleanup";
import type { WorkFolder } from "../work-folder";

/** The shipped configuration with every filter that scanners compare. */
const SCANNED: BaselineConfig = {
  ...shipped,
  detections: [...shipped.detections.filter((id) => id !== "cis-cloudwatch-1"), "cis"],
  terraform: { ...shipped.terraform, backend: { type: "local", directory: "../../../terraform-state" } },
};

/** An organization on this machine, and the configuration that is planned or deployed there. */
export interface ScannedOrganization {
  readonly emulator: Emulator;
  readonly deployment: Deployment;
}

/** Starts the organization and synthesizes. What it starts is handed to `cleanup`. */
export async function scannedOrganization(folder: WorkFolder, cleanup: Cleanup): Promise<ScannedOrganization> {
  const log = (line: string): void => folder.log(line);
  const terraform = await prepareTerraform({ workDir: folder.path, log });
  const emulator = await startEmulator({ seed: existingOrganization, log });
  cleanup.add(() => emulator.stop());
  const configFile = join(folder.path, "scanned.config.ts");
  writeFileSync(configFile, `export default ${JSON.stringify(SCANNED)};\n`);
  const cache = providerCache(terraform, folder.providers);
  const env = { ...terraform.env, ...emulator.env, ...cache, TMPDIR: folder.temporary };
  const deployment = new Deployment({ workDir: folder.path, configFile, env, log });
  cleanup.add(() => deployment.kill());
  succeeded("synth", await deployment.synth());
  return { emulator, deployment };
}

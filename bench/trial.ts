import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BaselineConfig } from "../config";
import { succeeded } from "../terraform/command-failure";
import { Deployment } from "../terraform/deployment";
import { existingOrganization } from "../emulator/organization-seed";
import { startEmulator } from "../emulator/start";
import { terraformEnvironment } from "../terraform/environment";
import { prepareTerraform } from "../terraform/terraform";
import { withRegions, writeConfiguration } from "./sized-configuration";

/** The stack with a provider for each governed Region, in two accounts. */
export const LARGEST_STACK = "threat-detection";

export interface ToolVersions {
  /** Name and version of Terraform or OpenTofu. */
  readonly tool: string;
  /** Version of the AWS provider. */
  readonly provider: string;
}

/** Where a command of ours works, and with what environment. */
export interface Place {
  readonly folder: string;
  readonly outDir: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A local organization, and the tools to plan and deploy to it. */
export interface Trial {
  readonly versions: ToolVersions;
  /** A folder in which Terraform is initialized for the largest stack. */
  readonly initialized: Deployment;
  /** A deployment of this configuration. */
  readonly deployment: (name: string, config: BaselineConfig) => Deployment;
  /** What a command of ours needs to plan this configuration, in a folder of its own. */
  readonly place: (name: string, config: BaselineConfig) => Place;
}

/** Runs the work against a local organization, which is stopped afterwards. */
export async function inTrial<Result>(workDir: string, work: (trial: Trial) => Promise<Result>): Promise<Result> {
  const terraform = await prepareTerraform({ workDir, log: () => undefined });
  const emulator = await startEmulator({ seed: existingOrganization });
  const deployment = (name: string, config: BaselineConfig) =>
    new Deployment({
      workDir: join(workDir, name),
      configFile: writeConfiguration(workDir, name, config),
      env: { ...emulator.env, ...terraform.env },
    });
  const place = (name: string, config: BaselineConfig): Place => {
    const folder = join(workDir, name);
    mkdirSync(folder, { recursive: true });
    const outDir = join(folder, "cdktf.out");
    return {
      folder,
      outDir,
      env: {
        ...terraformEnvironment(process.env),
        ...{ AWS_CONFIG_FILE: join(folder, "none"), AWS_SHARED_CREDENTIALS_FILE: join(folder, "none") },
        ...emulator.env,
        ...terraform.env,
        ...{ BASELINE_CONFIG: writeConfiguration(workDir, name, config), CDKTF_OUTDIR: outDir },
      },
    };
  };
  try {
    const initialized = deployment("initialized", withRegions(1));
    succeeded("synth", await initialized.synth());
    succeeded("terraform init", await initialized.terraform(LARGEST_STACK, ["init"]));
    const versions = toolVersions(
      succeeded("terraform version", await initialized.terraform(LARGEST_STACK, ["version"])).output,
    );
    return await work({ versions, initialized, deployment, place });
  } finally {
    await emulator.stop();
  }
}

/** Reads what `terraform version` prints in an initialized folder. */
export function toolVersions(output: string): ToolVersions {
  const { tool, provider } =
    /(?<tool>(?:Terraform|OpenTofu) v\S+)[^]*provider \S+\/hashicorp\/aws v(?<provider>\S+)/.exec(output)?.groups ?? {};
  if (tool === undefined || provider === undefined)
    throw new Error(`terraform version must name itself and the AWS provider, got:\n${output}`);
  return { tool, provider };
}

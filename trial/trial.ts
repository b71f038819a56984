import type { Baseline } from "../config";
import { Deployment } from "../terraform/deployment";
import { providerCache } from "../terraform/provider-cache";
import { startEmulator } from "../emulator/start";
import { prepareTerraform } from "../terraform/terraform";
import { showOrganization } from "../commands/protection";
import { Clients, readParts, wholeOf } from "../organization";
import type { Cleanup } from "./cleanup";
import { succeeded } from "../terraform/command-failure";
import { DeploymentWatch } from "./deployment-watch";
import { changeLines, diffEveryStack } from "./diffs";
import { withHiddenError } from "./hidden-error";
import { localOrganization } from "./local-organization";
import type { Progress, Report } from "./progress";
import { endEmulator } from "./started-emulator";
import type { WorkFolder } from "./work-folder";

type DeploymentOptions = ConstructorParameters<typeof Deployment>[0];

/** What the trial is made of, so that a test can leave AWS and Terraform out. */
export interface TrialParts {
  readonly prepareTerraform: typeof prepareTerraform;
  readonly startEmulator: typeof startEmulator;
  readonly deployment: (
    options: DeploymentOptions,
  ) => Pick<
    Deployment,
    "synth" | "stacks" | "dependencies" | "resourceCount" | "deploy" | "diff" | "changes" | "terraform" | "kill"
  >;
  /** What protects the organization, in lines. */
  readonly readBack: (baseline: Baseline, env: Readonly<Record<string, string>>) => Promise<readonly string[]>;
}

export const REAL_PARTS: TrialParts = {
  prepareTerraform,
  startEmulator,
  deployment: (options) => new Deployment(options),
  readBack: async (baseline, env) => {
    const parts = await readParts(new Clients(baseline, env), baseline);
    // A trial shows everything, or fails.
    wholeOf(parts);
    return showOrganization(parts);
  },
};

export interface TrialOptions {
  readonly baseline: Baseline;
  /** The file that `baseline` was read from. */
  readonly configFile: string;
  readonly progress: Progress;
  readonly folder: WorkFolder;
  readonly cleanup: Cleanup;
  readonly parts?: TrialParts;
}

/**
 * Deploys the baseline to a local organization, shows what protects it, and plans again. Returns whether nothing is
 * left to change. What it starts is handed to `cleanup`.
 */
export async function runTrial({ baseline, configFile, progress, folder, cleanup, parts = REAL_PARTS }: TrialOptions) {
  let watch: (line: string) => void = () => undefined;

  const prepare = async (report: Report) => {
    report("looking for Terraform and the AWS provider");
    const notes: string[] = [];
    const terraform = await parts.prepareTerraform({ workDir: folder.path, log: (line) => notes.push(line) });
    report("looking for the emulator");
    const starting = parts.startEmulator({
      seed: localOrganization(baseline),
      log: (line) => folder.log(`emulator: ${line}`),
      report,
    });
    cleanup.add(() => endEmulator(starting));
    const emulator = await starting;
    const cache = providerCache(terraform, folder.providers);
    return { env: { ...terraform.env, ...emulator.env, ...cache, TMPDIR: folder.temporary }, notes };
  };
  const { env } = await progress.step("start a local AWS organization", prepare, ({ notes }) => notes.join(", "));

  const deployment = parts.deployment({
    workDir: folder.path,
    configFile,
    env,
    log: (line) => {
      folder.log(line);
      watch(line);
    },
  });
  cleanup.add(() => deployment.kill());

  await progress.step(
    "synthesize",
    async () => succeeded("synth", await deployment.synth()),
    () => `${deployment.stacks().length} stacks, ${deployment.resourceCount()} resources`,
  );

  await progress.step(
    "cdktf deploy",
    async (report) => {
      const watched = new DeploymentWatch(deployment.resourceCount(), deployment.stacks().length, report);
      watch = (line) => watched.line(line);
      const deployed = await deployment.deploy(["*"], ["--skip-synth"]);
      succeeded("cdktf deploy", await withHiddenError(deployment, deployed));
      watch = () => undefined;
    },
    () => "every stack is deployed",
  );

  const shown = await progress.step(
    "read back from the AWS API",
    () => parts.readBack(baseline, env),
    () => "done",
  );
  ["", "What protects the organization now:", "", ...shown, ""].forEach((line) => progress.line(line));

  const diffs = await progress.step(
    "cdktf diff",
    (report) => diffEveryStack(deployment, report),
    (done) =>
      `${done.filter(({ changes }) => changes.length === 0).length} of ${done.length} stacks have nothing to change`,
  );
  changeLines(diffs).forEach((line) => progress.line(line));
  return diffs.every(({ changes }) => changes.length === 0);
}

import { join } from "node:path";
import { ConfigurationError, loadConfig, type Baseline } from "../config/index";
import { existingOrganization } from "../emulator/organization-seed";
import { Cleanup } from "./cleanup";
import { Interrupted, unlessInterrupted } from "./interruption";
import { nodeProblem } from "./node-version";
import { checkMatch } from "./organization-match";
import type { Progress } from "./progress";
import { runTrial, type TrialParts } from "./trial";
import { WorkFolder } from "./work-folder";

const CONFIG_FILE = "examples/existing-organization.ts";
const CONFIG_PATH = join(__dirname, "..", CONFIG_FILE);

const OTHER_CONFIGURATION = `
This trial deploys ${CONFIG_FILE}, which is baseline.config.ts, to a local organization with made-up accounts.
A configuration of your own belongs to your organization: npm run synth, then cdktf diff (README).
To see the trial, put the shipped file back for a while: git stash push baseline.config.ts; npm start; git stash pop`;

export interface StartOptions {
  readonly progress: Progress;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly nodeVersion: string;
  readonly configPath?: string;
  readonly parts?: TrialParts;
}

/** The main job on the shipped configuration. Returns the exit code. */
export async function start(options: StartOptions): Promise<number> {
  const { progress, env, nodeVersion, configPath = CONFIG_PATH } = options;
  const problem = nodeProblem(nodeVersion);
  if (problem !== undefined) {
    progress.line(problem);
    return 1;
  }
  if (env.BASELINE_CONFIG) progress.line(`BASELINE_CONFIG is not read here: this trial always deploys ${CONFIG_FILE}.`);
  const baseline = configuration(configPath, progress);
  return baseline === undefined ? 1 : trial(baseline, { ...options, configPath });
}

function configuration(path: string, progress: Progress): Baseline | undefined {
  try {
    const baseline = loadConfig(path);
    checkMatch(baseline, existingOrganization, "baseline.config.ts");
    return baseline;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    progress.line(`${error.message}\n${OTHER_CONFIGURATION}`);
    return undefined;
  }
}

async function trial(baseline: Baseline, options: StartOptions & { readonly configPath: string }): Promise<number> {
  const { progress, env, configPath: configFile, parts } = options;
  const started = Date.now();
  const [folder, cleanup] = [new WorkFolder(), new Cleanup()];
  const keep = env.KEEP_TRIAL === "1";
  progress.line(`Org Baseline: ${CONFIG_FILE} on a local AWS organization. No AWS account is touched.\n`);

  const ending = await unlessInterrupted(() =>
    runTrial({ baseline, configFile, progress, folder, cleanup, parts }),
  ).catch((error: unknown) => error);
  progress.stop();
  if (ending instanceof Interrupted) progress.line(`${ending.message}: ending what was started`);
  for (const left of await cleanup.run()) progress.line(`could not be ended: ${String(left)}`);

  const minutes = `${Math.floor((Date.now() - started) / 60_000)} min ${Math.round((Date.now() - started) / 1000) % 60} s`;
  if (ending === true)
    progress.line(`\nNothing is left to change. Everything that was started is stopped (${minutes}).`);
  if (ending === false)
    progress.line("\nSomething is left to change after a deployment: that is a defect of this product.");
  if (ending instanceof Error && !(ending instanceof Interrupted)) {
    folder.log(ending.stack ?? ending.message);
    progress.line(`\n${ending.message}`);
  }
  if (keep || (ending !== true && !(ending instanceof Interrupted)))
    progress.line(`\nKept for a look: ${folder.path} (log: ${folder.logFile}). Remove it when you are done.`);
  else folder.remove();
  return ending === true ? 0 : 1;
}

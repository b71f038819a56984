import { ConfigurationError, loadConfig, type Baseline } from "../config";
import { Cleanup } from "./cleanup";
import { Interrupted, unlessInterrupted } from "./interruption";
import { trialProblems } from "./local-organization";
import type { Progress } from "./progress";
import { HELP, requestIn } from "./request";
import { cliProblem } from "./terminal-module";
import { runTrial, type TrialParts } from "./trial";
import { leftOut, triedConfiguration } from "./tried-configuration";
import { WorkFolder } from "./work-folder";

export interface StartOptions {
  /** What stands after `npm start --`. */
  readonly args: readonly string[];
  readonly progress: Progress;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Why the CDKTF CLI cannot start here. @default - its module is loaded */
  readonly cliProblem?: () => string | undefined;
  readonly parts?: TrialParts;
}

/** What `npm start` does. Returns the exit code. */
export async function npmStart(options: StartOptions): Promise<number> {
  const { args, progress, env } = options;
  const request = requestIn(args, env);
  if (request.kind === "help") return say(progress, HELP, 0);
  if (request.kind === "mistake") return say(progress, request.text, 1);
  const problem = (options.cliProblem ?? cliProblem)();
  if (problem !== undefined) return say(progress, problem, 1);
  const baseline = configuration(request.file, progress);
  return baseline === undefined ? 1 : trial(baseline, request.file, options);
}

function say(progress: Progress, text: string, exitCode: number): number {
  progress.line(text);
  return exitCode;
}

function configuration(file: string, progress: Progress): Baseline | undefined {
  try {
    const baseline = loadConfig(file);
    const problems = trialProblems(baseline);
    if (problems.length > 0) throw new ConfigurationError(`${file}, as a trial on a local organization,`, problems);
    return baseline;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    progress.line(error.message);
    return undefined;
  }
}

async function trial(baseline: Baseline, file: string, { progress, env, parts }: StartOptions): Promise<number> {
  const started = Date.now();
  const [folder, cleanup] = [new WorkFolder(), new Cleanup()];
  progress.line(`Org Baseline: ${file} on a local AWS organization. No AWS account is touched.`);
  leftOut(baseline).forEach((line) => progress.line(`Not tried: ${line}`));
  progress.line("");

  const ending = await unlessInterrupted(async () => {
    const configFile = triedConfiguration(baseline, file, folder);
    return runTrial({ baseline, configFile, progress, folder, cleanup, parts });
  }).catch((error: unknown) => error);
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
  const failed = ending !== true && !(ending instanceof Interrupted);
  if (env.KEEP_TRIAL === "1" || (failed && folder.holdsDeployment))
    progress.line(`\nKept for a look: ${folder.path} (log: ${folder.logFile}). Remove it when you are done.`);
  else folder.remove();
  return ending === true ? 0 : 1;
}

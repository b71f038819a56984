import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { terraformEnvironment } from "./environment";
import { planStacks, type PlannedStack } from "./planning/plan-stacks";
import { plannedChanges, type PlannedChange } from "./planned-changes";
import { CHECKOUT, StackCommands } from "./stack-commands";
import type { CommandResult } from "../processes/supervised-commands";
import { temporaryFolder } from "../processes/temporary-folder";

export type { PlannedChange } from "./planned-changes";
export type { CommandResult } from "../processes/supervised-commands";

/** A deployment takes two minutes; what takes twenty hangs. */
const TIMEOUT_MS = 1_200_000;

export interface DeploymentOptions {
  /** Folder for everything that Terraform and CDKTF write. Outside the checkout. */
  readonly workDir: string;
  /** Configuration file; an absolute path, or relative to the checkout. */
  readonly configFile: string;
  /** Environment of the emulator and of Terraform, laid over what any of these programs needs. */
  readonly env: Readonly<Record<string, string>>;
  /** Receives each line of output while a command runs. @default - dropped */
  readonly log?: (line: string) => void;
  /** A command that takes longer is killed, with all that it started. @default 20 minutes */
  readonly timeoutMs?: number;
}

/** Settings of AWS come from `env` alone: not from the caller's environment, and not from the files in the home folder. */
function deploymentEnvironment({ workDir, configFile, env }: DeploymentOptions): Record<string, string> {
  return {
    ...terraformEnvironment(process.env),
    TMPDIR: temporaryFolder(),
    AWS_CONFIG_FILE: join(workDir, "no-aws-config"),
    AWS_SHARED_CREDENTIALS_FILE: join(workDir, "no-aws-credentials"),
    ...env,
    BASELINE_CONFIG: configFile,
    NO_COLOR: "1",
  };
}

/** Runs the real cdktf CLI and the real Terraform on one configuration, in a folder of its own. */
export class Deployment {
  readonly outDir: string;
  private readonly commands: StackCommands;

  constructor(options: DeploymentOptions) {
    mkdirSync(options.workDir, { recursive: true });
    this.outDir = join(options.workDir, "cdktf.out");
    const { log, timeoutMs = TIMEOUT_MS } = options;
    const env = deploymentEnvironment(options);
    this.commands = new StackCommands({ outDir: this.outDir, cwd: CHECKOUT, env, synthEnv: env, log, timeoutMs });
  }

  /** `cdktf deploy`; two stacks at a time, so that memory stays small. */
  deploy(stacks: readonly string[] = ["*"], flags: readonly string[] = []): Promise<CommandResult> {
    return this.cdktf(["deploy", ...stacks, "--auto-approve", "--parallelism", "2", ...flags]);
  }

  /**
   * `cdktf diff` of one stack. Leaves its plan behind for `changes`. Every run synthesizes into the same folder first,
   * so several at once need `--skip-synth`.
   */
  diff(stack: string, flags: readonly string[] = []): Promise<CommandResult> {
    // A diff that fails must not leave the plan of an earlier one to be read.
    rmSync(this.planOf(stack), { force: true });
    return this.cdktf(["diff", stack, ...flags]);
  }

  /** What the last diff of the stack would change, read from its plan. */
  async changes(stack: string): Promise<readonly PlannedChange[]> {
    const { exitCode, stdout, output } = await this.terraform(stack, ["show", "-json", this.planOf(stack)]);
    if (exitCode !== 0) throw new Error(`the plan of ${stack} could not be read:\n${output}`);
    return plannedChanges(stdout);
  }

  /** Whether the last diff of the stack left nothing to change. */
  async planIsEmpty(stack: string): Promise<boolean> {
    return (await this.changes(stack)).length === 0;
  }

  /** Plans every stack, side by side, into a folder. Throws where one cannot be planned, with what Terraform said. */
  async plans(folder: string, tell: (stack: string, step: string) => void): Promise<readonly PlannedStack[]> {
    const { planned, failed } = await planStacks(this.commands, this.stacks(), { folder, atOnce: 2, tell });
    if (failed.length > 0) throw new Error(failed.map(({ name, why }) => `plan of ${name}: ${why}`).join("\n"));
    return planned;
  }

  /** `cdktf destroy` */
  destroy(stacks: readonly string[] = ["*"], flags: readonly string[] = []): Promise<CommandResult> {
    return this.cdktf(["destroy", ...stacks, "--auto-approve", "--parallelism", "2", ...flags]);
  }

  /** Terraform itself, in the folder of a stack. */
  terraform(stack: string, args: readonly string[]): Promise<CommandResult> {
    return this.commands.terraform(stack, args);
  }

  /** The same synth that the CLI runs, without the CLI. */
  synth(): Promise<CommandResult> {
    return this.commands.synth();
  }

  /** Names of the stacks that were synthesized. */
  stacks(): readonly string[] {
    return this.commands.stacks();
  }

  /** For each stack that was synthesized, the stacks that are deployed before it. */
  dependencies(): Readonly<Record<string, readonly string[]>> {
    return this.commands.dependencies();
  }

  /** How many resources the stacks declare that were synthesized. */
  resourceCount(): number {
    const counts = this.stacks().map((stack) => {
      const text = readFileSync(join(this.commands.folderOf(stack), "cdk.tf.json"), "utf8");
      const { resource = {} } = JSON.parse(text) as { resource?: Record<string, object> };
      return Object.values(resource).reduce((sum, byName) => sum + Object.keys(byName).length, 0);
    });
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Ends whatever runs, with every process that it started, without giving it time: calls in flight are left behind. */
  kill(): Promise<void> {
    return this.commands.kill();
  }

  private planOf(stack: string): string {
    return join(this.commands.folderOf(stack), "plan");
  }

  private cdktf(args: readonly string[]): Promise<CommandResult> {
    const cli = join(CHECKOUT, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");
    return this.commands.run(process.execPath, [cli, ...args, "--output", this.outDir, "--no-color"]);
  }
}

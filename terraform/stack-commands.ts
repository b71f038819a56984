import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { SupervisedCommands, type CommandResult } from "../processes/supervised-commands";
import { Refusal } from "./refusal";

/** The checkout: cdktf.json and synth.cjs lie here. */
export const CHECKOUT = join(__dirname, "..");

export interface StackCommandsOptions {
  /** Folder that a synth writes and Terraform works in. An absolute path. */
  readonly outDir: string;
  /** Where synth.cjs lies. @default - this checkout */
  readonly checkout?: string;
  /** Where the commands run: relative paths in a configuration are seen from here. */
  readonly cwd: string;
  /** The whole environment of Terraform. */
  readonly env: Readonly<Record<string, string>>;
  /** The whole environment of a synth. */
  readonly synthEnv: Readonly<Record<string, string | undefined>>;
  /** Receives each line of output while a command runs. @default - dropped */
  readonly log?: ((line: string) => void) | undefined;
  /** A command that takes longer is killed, with all that it started. @default - no limit */
  readonly timeoutMs?: number | undefined;
}

/** What one command gets besides. */
export interface OneRun {
  /** Laid over the environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What holds where the environment says nothing. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Receives each line in place of the common log. */
  readonly log?: (line: string) => void;
}

/** Synthesizes the stacks, and runs Terraform in the folder of each. */
export class StackCommands {
  readonly outDir: string;
  private readonly supervised = new SupervisedCommands();
  private isInterrupted = false;

  constructor(private readonly options: StackCommandsOptions) {
    this.outDir = options.outDir;
  }

  /** The same synth that `npm run synth` and the CDKTF CLI run. */
  synth(): Promise<CommandResult> {
    const { synthEnv: env, checkout = CHECKOUT } = this.options;
    return this.run(process.execPath, [join(checkout, "synth.cjs")], { env: { ...env, CDKTF_OUTDIR: this.outDir } });
  }

  /** Names of the stacks that were synthesized. */
  stacks(): readonly string[] {
    return Object.keys(this.dependencies());
  }

  /** For each stack that was synthesized, the stacks that are deployed before it. */
  dependencies(): Readonly<Record<string, readonly string[]>> {
    const text = readFileSync(join(this.outDir, "manifest.json"), "utf8");
    const { stacks } = JSON.parse(text) as { stacks: Record<string, { dependencies: string[] }> };
    return Object.fromEntries(Object.entries(stacks).map(([name, { dependencies }]) => [name, dependencies]));
  }

  folderOf(stack: string): string {
    return join(this.outDir, "stacks", stack);
  }

  /** The Terraform of a stack, as it was synthesized. */
  synthesized(stack: string): string {
    return readFileSync(join(this.folderOf(stack), "cdk.tf.json"), "utf8");
  }

  /** The same of every stack, in the order in which they can be applied. */
  everySynthesized(): ReadonlyMap<string, string> {
    return new Map(this.stacks().map((stack) => [stack, this.synthesized(stack)]));
  }

  /** What a person calls the tool: `terraform`, `tofu`. */
  get tool(): string {
    return basename(this.binary);
  }

  /** Terraform itself, in the folder of a stack. */
  terraform(stack: string, args: readonly string[], run: OneRun = {}): Promise<CommandResult> {
    return this.run(this.binary, [`-chdir=${this.folderOf(stack)}`, ...args, "-no-color"], run);
  }

  run(command: string, args: readonly string[], { env = {}, defaults = {}, log }: OneRun = {}): Promise<CommandResult> {
    if (this.isInterrupted) return Promise.reject(new Refusal(basename(command), "be left to run", "an interruption"));
    return this.supervised.run(command, args, {
      cwd: this.options.cwd,
      env: { ...defaults, ...this.options.env, ...env },
      log: log ?? this.options.log ?? (() => undefined),
      timeoutMs: this.options.timeoutMs,
    });
  }

  /**
   * Asks whatever runs to end in good order: Terraform finishes the calls in flight and keeps its state. Nothing new
   * starts.
   */
  interrupt(): void {
    this.isInterrupted = true;
    this.supervised.interrupt();
  }

  /** Ends whatever runs, with every process that it started, without giving it time: calls in flight are left behind. */
  kill(): Promise<void> {
    return this.supervised.kill();
  }

  private get binary(): string {
    return this.options.env.TERRAFORM_BINARY_NAME ?? "terraform";
  }
}

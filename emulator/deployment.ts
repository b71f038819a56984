import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The checkout: cdktf.json and main.ts lie here. */
const CHECKOUT = join(__dirname, "..");

export interface DeploymentOptions {
  /** Folder for everything that Terraform and CDKTF write. Outside the checkout. */
  readonly workDir: string;
  /** Configuration file; an absolute path, or relative to the checkout. */
  readonly configFile: string;
  /** Environment of the emulator and of Terraform, laid over this process's own. */
  readonly env: Readonly<Record<string, string>>;
  /** Receives each line of output while a command runs. @default - dropped */
  readonly log?: (line: string) => void;
}

export interface CommandResult {
  readonly exitCode: number | null;
  /** Standard output and standard error, in the order in which they came. */
  readonly output: string;
}

/** What of the caller's environment must not reach a trial: real credentials, profiles and Terraform settings. */
const KEPT_OUT = /^(AWS_|TF_VAR_|TF_CLI_ARGS|TF_WORKSPACE|TF_DATA_DIR|CDKTF_|BASELINE_CONFIG)/;

function trialEnvironment({ workDir, configFile, env }: DeploymentOptions): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !KEPT_OUT.test(name));
  return {
    ...Object.fromEntries(own),
    AWS_CONFIG_FILE: join(workDir, "no-aws-config"),
    AWS_SHARED_CREDENTIALS_FILE: join(workDir, "no-aws-credentials"),
    ...env,
    BASELINE_CONFIG: configFile,
    FORCE_COLOR: "0",
    NO_COLOR: "1",
  };
}

/** Runs the real cdktf CLI and the real Terraform on one configuration, in a folder of its own. */
export class Deployment {
  readonly outDir: string;
  private readonly env: NodeJS.ProcessEnv;
  private readonly log: (line: string) => void;

  constructor(options: DeploymentOptions) {
    mkdirSync(options.workDir, { recursive: true });
    this.outDir = join(options.workDir, "cdktf.out");
    this.env = trialEnvironment(options);
    this.log = options.log ?? (() => undefined);
  }

  /** `cdktf deploy`; two stacks at a time, so that memory stays small. */
  deploy(stacks: readonly string[] = ["*"], flags: readonly string[] = []): Promise<CommandResult> {
    return this.cdktf(["deploy", ...stacks, "--auto-approve", "--parallelism", "2", ...flags]);
  }

  /** `cdktf diff` of one stack. Leaves its plan behind for `planOf`. */
  diff(stack: string): Promise<CommandResult> {
    return this.cdktf(["diff", stack]);
  }

  /** `cdktf destroy` */
  destroy(stacks: readonly string[] = ["*"]): Promise<CommandResult> {
    return this.cdktf(["destroy", ...stacks, "--auto-approve", "--parallelism", "2"]);
  }

  /** Terraform itself, in the folder of a stack. */
  terraform(stack: string, args: readonly string[]): Promise<CommandResult> {
    const binary = this.env.TERRAFORM_BINARY_NAME ?? "terraform";
    return this.run(binary, [`-chdir=${join(this.outDir, "stacks", stack)}`, ...args, "-no-color"]);
  }

  /** The same synth that the CLI runs, without the CLI. */
  synth(): Promise<CommandResult> {
    return this.run(process.execPath, ["--import", "tsx", "main.ts"], { CDKTF_OUTDIR: this.outDir });
  }

  private cdktf(args: readonly string[]): Promise<CommandResult> {
    const cli = join(CHECKOUT, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");
    return this.run(process.execPath, [cli, ...args, "--output", this.outDir, "--no-color"]);
  }

  private run(command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
    const child = spawn(command, args, {
      cwd: CHECKOUT,
      env: { ...this.env, ...more },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on("line", (line) => {
        lines.push(line);
        this.log(line);
      });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (exitCode) => resolve({ exitCode, output: lines.join("\n") }));
    });
  }
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { BaselineConfig } from "../../../config";
import { Deployment } from "../../../terraform/deployment";
import { startEmulator, type Emulator, type EmulatorOptions } from "../../../emulator/start";
import { SupervisedCommands, type CommandResult } from "../../../processes/supervised-commands";
import { terraformEnvironment } from "../../../terraform/environment";
import type { Phase } from "../../../catalogue/pipeline";
import { recordedCall, type RecordedCall } from "./recorded-call";
import { requirements } from "./requirements";

/** Everything but this machine answers nothing: what would leave it fails at once. */
const NOWHERE = "http://127.0.0.1:9";
const THIS_MACHINE_ONLY = {
  ...{ HTTP_PROXY: NOWHERE, HTTPS_PROXY: NOWHERE, ALL_PROXY: NOWHERE, NO_PROXY: "127.0.0.1,localhost" },
  ...{ http_proxy: NOWHERE, https_proxy: NOWHERE, all_proxy: NOWHERE, no_proxy: "127.0.0.1,localhost" },
};

/** What a pipeline's commands run in: no credentials, and no file that would hold some. */
export const pipelineEnvironment = (): Record<string, string> => ({
  ...terraformEnvironment(process.env),
  ...{ AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null", CI: "true" },
  ...requirements().terraformEnv,
  ...THIS_MACHINE_ONLY,
});

/** State beside the output folder, whatever backend an example chooses. */
const LOCAL = { type: "local", directory: "../../../terraform-state" } as const;

/** The same configuration with its state in the trial's own folder. */
export const withLocalState = (config: BaselineConfig): BaselineConfig => ({
  ...config,
  terraform: { ...config.terraform, backend: LOCAL },
});

/** A folder of its own in which configurations are synthesized, planned and deployed. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), "org-baseline-trial-"));
  private readonly configFile = join(this.folder, "trial.config.ts");
  private readonly commands = new SupervisedCommands();

  /** Writes down the configuration that every later command reads. */
  configure(config: BaselineConfig): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.configFile, `export default ${JSON.stringify(config)};\n`);
  }

  /** The commands of an operator, against this emulator. */
  deployment(env: Readonly<Record<string, string>>, log?: (line: string) => void): Deployment {
    return new Deployment({
      workDir: this.folder,
      configFile: this.configFile,
      env: { ...requirements().terraformEnv, ...THIS_MACHINE_ONLY, ...env },
      ...(log === undefined ? {} : { log }),
    });
  }

  /** A command of ours, as `npm run baseline --` runs it. What it writes lies in the workshop's folder. */
  baseline(args: readonly string[], env: Readonly<Record<string, string>>): Promise<CommandResult> {
    return this.commands.run(process.execPath, ["--import", "tsx", "commands/baseline.ts", ...args], {
      cwd: resolve(__dirname, "../../.."),
      env: {
        ...pipelineEnvironment(),
        ...env,
        BASELINE_CONFIG: this.configFile,
        CDKTF_OUTDIR: join(this.folder, "cdktf.out"),
      },
      log: () => undefined,
    });
  }

  /** Asks what runs to end, as Ctrl-C does, or the system. */
  interrupt(signal: NodeJS.Signals): void {
    this.commands.interrupt(signal);
  }

  kill(): Promise<void> {
    return this.commands.kill();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface TrialOptions extends EmulatorOptions {
  /** State is kept in the trial's folder. */
  readonly config: BaselineConfig;
  /** Laid over the environment of Terraform. @default - nothing */
  readonly env?: Readonly<Record<string, string>>;
}

/** An organization and a configuration that is deployed to it. Has to be ended. */
export class Trial {
  private readonly phases = new Map<Phase, Deployment>();

  private constructor(
    readonly emulator: Emulator,
    readonly workshop: Workshop,
    readonly deployment: Deployment,
    private readonly calls: readonly RecordedCall[],
  ) {}

  static async start({ config, env = {}, ...options }: TrialOptions): Promise<Trial> {
    const workshop = new Workshop();
    workshop.configure(withLocalState(config));
    const calls: RecordedCall[] = [];
    const log = (line: string): void => {
      const call = recordedCall(line);
      if (call !== undefined) calls.push(call);
      options.log?.(line);
    };
    const emulator = await startEmulator({ ...options, log });
    return new Trial(emulator, workshop, workshop.deployment({ ...emulator.env, ...env }), calls);
  }

  /** The same deployment, whose calls are recorded as of this phase: Terraform tells AWS whose request it is. */
  during(phase: Phase): Deployment {
    const known = this.phases.get(phase);
    if (known !== undefined) return known;
    const deployment = this.workshop.deployment({ ...this.emulator.env, AWS_SDK_UA_APP_ID: phase });
    this.phases.set(phase, deployment);
    return deployment;
  }

  /** Every call of a phase. The emulator ends with it, so that none is still on its way. */
  async recorded(): Promise<readonly RecordedCall[]> {
    await this.emulator.stop();
    return this.calls;
  }

  /** Changes the configuration for what comes next. */
  reconfigure(config: BaselineConfig): void {
    this.workshop.configure(withLocalState(config));
  }

  /** A command of ours against this emulator. */
  baseline(...args: readonly string[]): Promise<CommandResult> {
    return this.workshop.baseline(args, this.emulator.env);
  }

  async end(): Promise<void> {
    await Promise.all([this.deployment, ...this.phases.values()].map((each) => each.kill()));
    await this.workshop.kill();
    await this.emulator.stop();
    this.workshop.remove();
  }
}

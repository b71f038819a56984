import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfig, type Baseline, namedConfig } from "../../config";
import { temporaryFolder } from "../../processes/temporary-folder";
import { CommandFailure } from "../../terraform/command-failure";
import { operatorEnvironment } from "../../terraform/environment";
import { handedOver } from "../../terraform/handed-over";
import { dependencyOrder } from "../../terraform/planning/dependency-order";
import { hashOf } from "../../terraform/planning/lock-files";
import { planStacks, type Planned, type PlanningOptions } from "../../terraform/planning/plan-stacks";
import { providerCache } from "../../terraform/provider-cache";
import { StackCommands } from "../../terraform/stack-commands";
import { synthesizedAt } from "../../terraform/synthesized-at";
import { prepareTerraform, type PreparedTerraform } from "../../terraform/terraform";
import type { Values } from "../contract/options";
import { Failure } from "../contract/mistake";
import { onSignals } from "./interruption";
import type { LOCK_OPTION, SESSION_OPTIONS, SYNTHESIZED_OPTION } from "./options";
import { outDir } from "./out-dir";
import { Progress } from "./progress";

/** What was asked of a command that runs Terraform on the stacks. */
export type SessionOptions = Values<typeof SESSION_OPTIONS> &
  Partial<Values<typeof LOCK_OPTION> & Values<typeof SYNTHESIZED_OPTION>>;

/** The stacks of a configuration, synthesized, and Terraform to run on them. */
export interface Session {
  readonly baseline: Baseline;
  readonly terraform: Pick<PreparedTerraform, "tool" | "version">;
  readonly commands: StackCommands;
  /** All stacks, in the order in which they can be applied. */
  readonly stacks: readonly string[];
  /** SHA-256 of the Terraform of all stacks. */
  readonly configuration: string;
  /** Whether the stacks are those of another checkout, which this one found harmless to plan. */
  readonly isHandedOver: boolean;
  readonly progress: Progress;
  /**
   * What the base synthesizes, by stack: the commit that was compared last or, where the stacks were handed over, this
   * checkout. Undefined where there is none.
   */
  readonly base: () => ReadonlyMap<string, string> | undefined;
  /** The stacks of which a commit synthesizes something else, or nothing. */
  readonly changedSince: (ref: string) => Promise<readonly string[]>;
  /** Plans these stacks, each in the order of all. Those of an earlier call are gone. */
  readonly plan: (stacks: readonly string[], more?: Pick<PlanningOptions, "lockOf">) => Promise<Planned>;
}

/** Two plans keep a machine of two cores busy. */
const AT_ONCE = 2;

async function prepared(workDir: string, progress: Progress): Promise<PreparedTerraform> {
  try {
    return await prepareTerraform({ workDir, log: (line) => progress.tell("", line) });
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

/** Puts what another job synthesized in the place of what this checkout synthesizes, which is the answer. */
function takeOver(folder: string, commands: StackCommands): ReadonlyMap<string, string> {
  const own = commands.everySynthesized();
  for (const [stack, text] of handedOver(folder, own))
    writeFileSync(join(commands.folderOf(stack), "cdk.tf.json"), text);
  return own;
}

async function open(options: SessionOptions, folder: string, progress: Progress, atEnd: (() => void)[]) {
  const configFile = options.config ?? namedConfig();
  const baseline = loadConfig(configFile);
  const terraform = await prepared(folder, progress);
  const { TF_PLUGIN_CACHE_DIR } = providerCache(terraform, join(outDir(), "plugin-cache"));
  const commands = new StackCommands({
    outDir: outDir(),
    cwd: process.cwd(),
    env: {
      ...operatorEnvironment(process.env),
      TMPDIR: temporaryFolder(),
      ...terraform.env,
      // Every stack has the lock file of the first, so that no lock has to be broken for the cache.
      ...(TF_PLUGIN_CACHE_DIR === undefined ? {} : { TF_PLUGIN_CACHE_DIR }),
    },
    // A configuration is code, and may read whatever `npm run synth` would let it read.
    synthEnv: { ...process.env, ...(configFile === undefined ? {} : { BASELINE_CONFIG: configFile }) },
  });
  // Whatever still runs when the work has failed.
  atEnd.push(onSignals(commands, progress), () => commands.interrupt());
  progress.tell("", "synth");
  const synth = await commands.synth();
  if (synth.exitCode !== 0) throw new CommandFailure("synth", synth);
  for (const line of synth.stdout.split("\n").filter((each) => each.startsWith("warning: "))) progress.line(line);
  let base = options.synthesized === undefined ? undefined : takeOver(options.synthesized, commands);
  const stacks = dependencyOrder(commands.dependencies());
  const session: Session = {
    baseline,
    terraform,
    commands,
    stacks,
    configuration: hashOf(stacks.map((stack) => [stack, commands.synthesized(stack)])) ?? "",
    isHandedOver: options.synthesized !== undefined,
    progress,
    base: () => base,
    changedSince: async (ref) => {
      progress.tell("", `synth of ${ref}`);
      const before = await synthesizedAt({ ref, option: "--changed", configFile, synthEnv: process.env });
      base = before;
      return stacks.filter((stack) => before.get(stack) !== commands.synthesized(stack));
    },
    plan: (chosen, more = {}) => {
      const plans = join(folder, "plans");
      mkdirSync(plans, { recursive: true, mode: 0o700 });
      return planStacks(
        commands,
        stacks.filter((stack) => chosen.includes(stack)),
        {
          folder: plans,
          atOnce: Number(options["at-once"] ?? AT_ONCE),
          backendConfig: options["backend-config"],
          isLocked: options.locked,
          locksState: options["no-lock"] !== true,
          tell: progress.tell,
          ...more,
        },
      );
    },
  };
  return session;
}

/**
 * Reads the configuration, finds Terraform, synthesizes, and does the work. Whatever is written outside of cdktf.out is
 * removed at the end: plans hold secrets.
 */
export async function withStacks<T>(options: SessionOptions, work: (session: Session) => Promise<T>): Promise<T> {
  const progress = new Progress();
  const folder = mkdtempSync(join(temporaryFolder(), "org-baseline-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const atEnd = [() => process.off("exit", remove), remove, () => progress.end()];
  process.once("exit", remove);
  try {
    return await work(await open(options, folder, progress, atEnd));
  } finally {
    for (const end of atEnd.reverse()) end();
  }
}

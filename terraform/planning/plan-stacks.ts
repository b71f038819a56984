import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ALL_LINES, succeeded } from "../command-failure";
import { type Body, providersIn } from "../json";
import type { ChangeCounts } from "../plan-folder";
import type { StackCommands } from "../stack-commands";
import { changeCounts, hasChanges } from "./change-counts";
import { lockIn, writeLock } from "./lock-files";
import { sideBySide } from "./side-by-side";

/** A stack that was planned. */
export interface PlannedStack {
  readonly name: string;
  readonly planFile: string;
  /** Of `terraform show -json`. */
  readonly json: string;
  readonly synthesized: string;
  readonly lock: string | undefined;
  readonly changes: ChangeCounts;
  /** Whether an apply would do anything. */
  readonly hasChanges: boolean;
}

/** A stack that could not be planned, and why, in Terraform's own words. */
export interface FailedStack {
  readonly name: string;
  readonly why: string;
}

export interface Planned {
  readonly planned: readonly PlannedStack[];
  readonly failed: readonly FailedStack[];
}

export interface PlanningOptions {
  /** Receives the plans. Only who plans may read it: they hold secrets. */
  readonly folder: string;
  /** The most stacks at a time. */
  readonly atOnce: number;
  /** Settings of the backend, as `terraform init -backend-config` takes them. */
  readonly backendConfig?: readonly string[];
  /** Whether every stack has to have its lock file, which stays as it is. @default false */
  readonly isLocked?: boolean;
  /** Whether the state is locked meanwhile. A role that may only read cannot lock it. @default true */
  readonly locksState?: boolean;
  /** Lock files of stacks that have none of their own. @default - the first stack's */
  readonly lockOf?: (stack: string) => string | undefined;
  /** Hears what is done. */
  readonly tell: (stack: string, step: string) => void;
}

/** As many provider processes at a time as fit into 1.5 GB: one takes 0.8 GB, each further one 0.1 GB at most. */
const PROVIDERS_AT_ONCE = 8;

/**
 * To show a plan, a provider is started for its schema alone. Collecting garbage is a quarter of its processor time, and
 * saves 0.1 GB. Source: Go documentation, package runtime, GOGC.
 */
const SHOWING = { defaults: { GOGC: "400" } };

/** How many providers a plan starts. */
export const usedProviders = (synthesized: string): number => providersIn(JSON.parse(synthesized) as Body).size;

/** `-chdir` would make a path one of the stack's folder. */
const backendFlag = (setting: string): string =>
  `-backend-config=${setting.includes("=") ? setting : resolve(setting)}`;

async function initialize(commands: StackCommands, stack: string, options: PlanningOptions): Promise<void> {
  const { backendConfig = [], isLocked = false, lockOf, tell } = options;
  const folder = commands.folderOf(stack);
  const given = isLocked || lockIn(folder) !== undefined ? undefined : lockOf?.(stack);
  if (given !== undefined) writeLock(folder, given);
  tell(stack, "init");
  const flags = [...backendConfig.map(backendFlag), ...(isLocked ? ["-lockfile=readonly"] : [])];
  const result = await commands.terraform(stack, ["init", "-input=false", ...flags]);
  succeeded(`${commands.tool} init`, result, { mostLines: ALL_LINES });
}

async function plan(commands: StackCommands, stack: string, options: PlanningOptions): Promise<PlannedStack> {
  const planFile = join(options.folder, `${stack}.tfplan`);
  options.tell(stack, "plan");
  const flags = ["-input=false", "-detailed-exitcode", ...(options.locksState === false ? ["-lock=false"] : [])];
  const result = await commands.terraform(stack, ["plan", ...flags, `-out=${planFile}`]);
  const { exitCode } = succeeded(`${commands.tool} plan`, result, { exitCodes: [0, 2], mostLines: ALL_LINES });
  options.tell(stack, "show");
  const shown = await commands.terraform(stack, ["show", "-json", planFile], SHOWING);
  const { stdout: json } = succeeded(`${commands.tool} show`, shown, { mostLines: ALL_LINES });
  const changes = changeCounts(json);
  return {
    name: stack,
    planFile,
    json,
    synthesized: commands.synthesized(stack),
    lock: lockIn(commands.folderOf(stack)),
    changes,
    hasChanges: exitCode === 2 || hasChanges(changes),
  };
}

/**
 * Initializes and plans the stacks, some at a time. One that fails does not keep the others from being planned. Needs
 * what `synth` wrote; changes nothing but the folders of the stacks and the folder of the plans.
 */
export async function planStacks(
  commands: StackCommands,
  stacks: readonly string[],
  options: PlanningOptions,
): Promise<Planned> {
  const failed: FailedStack[] = [];
  /** What the work gives, or nothing where it fails. */
  const unlessFailing = async <T>(name: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      failed.push({ name, why: error instanceof Error ? error.message : String(error) });
      options.tell(name, "failed");
      return undefined;
    }
  };
  const sizes = new Map(stacks.map((stack) => [stack, commands.synthesized(stack).length]));
  // The largest first: planned last, it would be planned alone.
  const begun = [...stacks].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  // The first alone: it fills the cache of providers, and the others choose the versions that it chose.
  const [first, ...others] = begun;
  if (first === undefined) return { planned: [], failed };
  await unlessFailing(first, () => initialize(commands, first, options));
  const firstLock = lockIn(commands.folderOf(first));
  const whole = { ...options, lockOf: (stack: string) => options.lockOf?.(stack) ?? firstLock };
  const bound = {
    atOnce: options.atOnce,
    weight: PROVIDERS_AT_ONCE,
    weightOf: (stack: string) => usedProviders(commands.synthesized(stack)),
  };
  const waiting = failed.length === 0 ? begun : others;
  const planned = await sideBySide(waiting, bound, (stack) =>
    unlessFailing(stack, async () => {
      if (stack !== first) await initialize(commands, stack, whole);
      const done = await plan(commands, stack, options);
      options.tell(stack, "done");
      return done;
    }),
  );
  const order = (name: string) => stacks.indexOf(name);
  return {
    planned: planned
      .flatMap((each) => (each === undefined ? [] : [each]))
      .sort((a, b) => order(a.name) - order(b.name)),
    failed: failed.sort((a, b) => order(a.name) - order(b.name)),
  };
}

/** The plan itself, to be kept. */
export const planBytes = ({ planFile }: PlannedStack): Uint8Array => readFileSync(planFile);

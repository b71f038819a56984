import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { killTree } from "./process-tree";

export interface CommandResult {
  /** `null` where the command was killed. */
  readonly exitCode: number | null;
  /** Standard output and standard error, in the order in which they came. */
  readonly output: string;
  /** Standard output alone. */
  readonly stdout: string;
}

export interface CommandSettings {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Receives each line of output while the command runs. */
  readonly log: (line: string) => void;
  /** A command that takes longer is killed, with all that it started. @default - no limit */
  readonly timeoutMs?: number | undefined;
}

/** Runs commands that start many processes of their own, and can end all of them. */
export class SupervisedCommands {
  private readonly running = new Map<number, Promise<unknown>>();

  /** Away from the terminal, so that Ctrl-C reaches only us and we end it in good order. */
  run(command: string, args: readonly string[], settings: CommandSettings): Promise<CommandResult> {
    const { cwd, env, log, timeoutMs } = settings;
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const lines: string[] = [];
    const stdout: string[] = [];
    const keep = (line: string) => {
      lines.push(line);
      log(line);
    };
    createInterface(child.stdout).on("line", (line) => {
      stdout.push(line);
      keep(line);
    });
    createInterface(child.stderr).on("line", keep);

    const { pid } = child;
    const kill = (afterMs: number) => {
      keep(`killed after ${afterMs / 1000} s: ${command} ${args.join(" ")}`);
      if (pid !== undefined) killTree([pid]);
    };
    const timeout = timeoutMs === undefined ? undefined : setTimeout(() => kill(timeoutMs), timeoutMs);
    const ended = new Promise<CommandResult>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (exitCode) => resolve({ exitCode, output: lines.join("\n"), stdout: stdout.join("\n") }));
    }).finally(() => {
      clearTimeout(timeout);
      if (pid !== undefined) this.running.delete(pid);
    });
    if (pid !== undefined) this.running.set(pid, ended);
    return ended;
  }

  /** Asks everything that runs to end in good order, as Ctrl-C in a terminal does, and does not wait for it. */
  interrupt(signal: NodeJS.Signals = "SIGINT"): void {
    for (const pid of this.running.keys()) interruptGroup(pid, signal);
  }

  /** Ends everything that still runs, as a crash of the machine would, and waits until it has ended. */
  async kill(): Promise<void> {
    const [pids, ends] = [[...this.running.keys()], [...this.running.values()]];
    if (pids.length > 0) killTree(pids);
    await Promise.allSettled(ends);
  }
}

/** Each command leads a group of its own. Windows knows no groups, and no way to ask. */
function interruptGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // ended meanwhile
  }
}

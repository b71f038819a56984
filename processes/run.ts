import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** What a program answered; one that could not be started at all has code 127, as in a shell. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  /** Standard output and standard error, in the order in which they came. */
  readonly output: string;
}

export interface Watch {
  /** Receives each line while the program runs. */
  readonly line?: (line: string) => void;
  /** The program is killed after this time. @default - no limit */
  readonly timeoutMs?: number;
}

/** Runs a program to its end. Injected wherever a decision depends on the answer, so that tests can give one. */
export type Run = (command: string, args: readonly string[], watch?: Watch) => Promise<Answer>;

/**
 * Programs in this environment and no other, started in `cwd`. Their stdin stays open as long as we live, so that they
 * can see us end.
 */
export const runIn =
  (env: Readonly<Record<string, string>>, cwd?: string): Run =>
  (command, args, { line: tell = () => undefined, timeoutMs } = {}) =>
    new Promise((resolve) => {
      const child = spawn(command, args, { env, cwd, stdio: ["pipe", "pipe", "pipe"], timeout: timeoutMs });
      const output: string[] = [];
      const stdout: string[] = [];
      const keep = (line: string) => {
        output.push(line);
        tell(line);
      };
      createInterface(child.stdout).on("line", (line) => {
        stdout.push(line);
        keep(line);
      });
      createInterface(child.stderr).on("line", keep);
      const answer = (code: number) => resolve({ code, stdout: stdout.join("\n"), output: output.join("\n") });
      child.on("error", (problem) => {
        keep(problem.message);
        answer(127);
      });
      child.on("close", (code) => answer(code ?? 1));
    });

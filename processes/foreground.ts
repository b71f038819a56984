import { spawn } from "node:child_process";
import { constants } from "node:os";
import { hearSignals } from "./signals";

/** What a terminal sends to everybody in front of it: to the program as well as to us. */
const isHeardAlready = (signal: NodeJS.Signals): boolean => signal !== "SIGTERM" && process.stdin.isTTY;

/**
 * Runs a program that has the terminal for itself, in this environment and no other. Gives its exit code: 128 and the
 * number of the signal where one ended it, 127 where it could not be started, as in a shell.
 */
export function inForeground(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: "inherit" });
    const forward = (signal: NodeJS.Signals): void => {
      if (!isHeardAlready(signal)) child.kill(signal);
    };
    const hearNoMore = hearSignals(forward);
    const end = (code: number) => {
      hearNoMore();
      resolve(code);
    };
    child.on("error", () => end(127));
    child.on("close", (code, signal) => end(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

import { execFile } from "node:child_process";

/** What a command answered; a command that could not be started at all has code 127, as in a shell. */
export interface CommandAnswer {
  readonly code: number;
  readonly stdout: string;
}

/** Runs a command to its end. Injected wherever a decision depends on the answer, so that tests can give one. */
export type CommandRunner = (command: string, args: readonly string[]) => Promise<CommandAnswer>;

/** Short enough that nobody waits for a hanging command all day. */
const TIMEOUT_MS = 300_000;

/** Commands in this environment and no other. */
export const runIn =
  (env: NodeJS.ProcessEnv): CommandRunner =>
  (command, args) =>
    new Promise((resolve) => {
      execFile(command, [...args], { env, timeout: TIMEOUT_MS }, (error, stdout) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 127;
        resolve({ code, stdout });
      });
    });

import { createInterface } from "node:readline";
import { mistake } from "../contract/mistake";

/** Whether a pipeline runs this, as `CI` says. */
export const isPipeline = (): boolean => (process.env.CI ?? "") !== "";

/** Whether somebody sits at a terminal. A pipeline may have one, and has nobody. */
const somebodyIsThere = (): boolean => process.stdin.isTTY && process.stderr.isTTY && !isPipeline();

/** Refuses to go on where a word is wanted and nobody can type it. To be called before anything takes time. */
export function checkConfirmable(yes: boolean): void {
  if (!yes && !somebodyIsThere())
    mistake("--yes", `be given where nobody can be asked (under CI, or without a terminal)`);
}

/**
 * Whether the person types the word. Ctrl-C, and the end of the input, are no. `what` is read after "to", such as "apply
 * this".
 */
export function isConfirmed(
  word: string,
  what: string,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Promise<boolean> {
  const reader = createInterface({ input, output });
  return new Promise((resolve) => {
    reader.on("SIGINT", () => reader.close());
    reader.on("close", () => resolve(false));
    reader.question(`Type "${word}" to ${what}: `, (answer) => {
      resolve(answer.trim() === word);
      reader.close();
    });
  });
}

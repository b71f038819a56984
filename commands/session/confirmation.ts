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

/** Where a person is asked. */
interface Asking {
  /** @default - the terminal */
  readonly input?: NodeJS.ReadableStream;
  /** @default - the error output: the other is for the answer */
  readonly output?: NodeJS.WritableStream;
  /** Ends the question. @default - nothing does, but the person */
  readonly signal?: AbortSignal;
}

/**
 * Whether the person types the word; undefined where nobody answers any more: Ctrl-C, the end of the input, the signal.
 * `what` is read after "to", such as "apply this".
 */
export function confirmation(word: string, what: string, asking: Asking = {}): Promise<boolean | undefined> {
  const { input = process.stdin, output = process.stderr, signal } = asking;
  const reader = createInterface({ input, output, ...(signal === undefined ? {} : { signal }) });
  return new Promise((resolve) => {
    reader.on("SIGINT", () => reader.close());
    reader.on("close", () => resolve(undefined));
    reader.question(`Type "${word}" to ${what}: `, (answer) => {
      resolve(answer.trim() === word);
      reader.close();
    });
  });
}

/** Whether the person types the word. No answer is no. */
export const isConfirmed = async (word: string, what: string): Promise<boolean> =>
  (await confirmation(word, what)) ?? false;

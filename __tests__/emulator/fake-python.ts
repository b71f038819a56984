import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Answer, Run } from "../../processes/run";

/** What a program says in a test. */
export const says = (code: number, output = ""): Answer => ({ code, stdout: output, output });

/** What each tool answers. */
export interface FakeTools {
  /** The answer to "which Python are you". @default - 3.11 */
  readonly python?: (name: string) => Answer;
  /** `python3 -m venv <folder>`, beside that the folder appears. @default - done */
  readonly venv?: (folder: string) => Answer;
  /** @default - done */
  readonly pip?: (interpreter: string) => Answer;
  /** Whether the packages are there, and pip answers. @default - they are once pip has installed them */
  readonly works?: (interpreter: string) => boolean;
}

/** Python, venv and pip, without any of them. */
export function fakeTools(tools: FakeTools = {}): { readonly run: Run; readonly commands: string[] } {
  const commands: string[] = [];
  const whole = new Set<string>();
  const works = tools.works ?? ((interpreter) => whole.has(interpreter));
  const run: Run = (command, args) => {
    // with_parent.py FOLDER COMMAND...
    const [program = "", ...rest] = args[0]?.endsWith("with_parent.py") === true ? args.slice(2) : [command, ...args];
    commands.push([program, ...rest].join(" "));
    if (rest[1] === "venv") return Promise.resolve(venv(rest[2] ?? "", tools));
    if (rest[1] === "pip" && rest[2] === "install") {
      const answer = tools.pip?.(program) ?? says(0);
      if (answer.code === 0) whole.add(program);
      return Promise.resolve(answer);
    }
    if (rest[1]?.includes("version_info") === true) return Promise.resolve(tools.python?.(program) ?? says(0, "3.11"));
    // The environment was moved to its place after it was seen to work.
    return Promise.resolve(says(works(program) ? 0 : 1));
  };
  return { run, commands };
}

function venv(folder: string, tools: FakeTools): Answer {
  makeInterpreter(folder);
  return tools.venv?.(folder) ?? says(0);
}

/** A file where the interpreter of an environment is. */
export function makeInterpreter(folder: string): string {
  const interpreter = join(folder, "bin", "python");
  mkdirSync(dirname(interpreter), { recursive: true });
  writeFileSync(interpreter, "");
  chmodSync(interpreter, 0o755);
  return interpreter;
}

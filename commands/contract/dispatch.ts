import type { Command } from "./command";
import type { ExitCode } from "./exit-code";
import { mistake, sentenceOf } from "./mistake";

const usage = (commands: readonly Command[]): string =>
  [
    "npm run baseline -- <command> [options]",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(18)} ${summary}`),
    "",
    "npm run baseline -- <command> --help says more. Exit codes of every command: 0 done; 1 a mistake in what was",
    "asked or configured, or a failure; 2 done, and the answer is no.",
  ].join("\n");

async function run(commands: readonly Command[], [name, ...args]: readonly string[]): Promise<ExitCode> {
  const command = commands.find((each) => each.name === name);
  if (command !== undefined) return command.run(args);
  if (name !== undefined && name !== "--help")
    mistake("command", `be one of ${commands.map((each) => each.name).join(", ")}`, name);
  console.log(usage(commands));
  return 0;
}

/**
 * Runs the command that the first argument names. What a person did wrong is told in a sentence, a bug with its stack
 * trace; both end with 1.
 */
export async function dispatch(commands: readonly Command[], args: readonly string[]): Promise<ExitCode> {
  try {
    return await run(commands, args);
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    return 1;
  }
}

import { ConfigurationError } from "../config";
import { docs } from "./docs";
import { managementPolicy } from "./management-policy";
import { replay } from "./replay";
import { simulate } from "./simulate";
import { UsageError } from "./usage-error";

/** A command: what it is for, and what it does with its arguments. It answers with the exit code. */
export interface Command {
  readonly summary: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  simulate,
  replay: { summary: "which detections would have fired on these log files or events", run: replay },
  docs,
  "management-policy": managementPolicy,
};

const usage = (): string =>
  [
    "npm run baseline -- <command> [options]",
    "",
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(18)} ${summary}`),
    "",
    "npm run baseline -- <command> --help says more. Exit code 1 is a mistake in what was asked or configured.",
  ].join("\n");

async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command.run(args);
  if (name === "" || name === "--help") {
    console.log(usage());
    return 0;
  }
  throw new UsageError(`command must be one of ${Object.keys(COMMANDS).join(", ")}, got ${JSON.stringify(name)}`);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = error instanceof ConfigurationError || error instanceof UsageError;
    console.error(known ? error.message : error);
    process.exitCode = 1;
  },
);

import { asked, type Accepted, type Asked } from "./arguments";
import type { ExitCode, ExitCodes } from "./exit-code";
import { helpText, type Helped } from "./help";
import type { OptionTable } from "./options";

/** What an operator runs. */
export interface Command {
  readonly name: string;
  /** A line in the list of commands: lower case, no full stop. */
  readonly summary: string;
  /** What `--help` prints, made of all the rest. */
  readonly help: string;
  readonly options: OptionTable;
  readonly exitCodes: ExitCodes;
  /** Throws a Mistake where the arguments are wrong. */
  readonly run: (args: readonly string[]) => Promise<ExitCode>;
}

/** A command as it is written down. */
export interface Definition<Table extends OptionTable> extends Accepted<Table>, Omit<Helped, "options"> {
  readonly run: (asked: Asked<Table>) => ExitCode | Promise<ExitCode>;
}

/** Makes a command of its definition: help and the reading of its options come with it. */
export function command<const Table extends OptionTable>(definition: Definition<Table>): Command {
  const { name, summary, options, exitCodes, run } = definition;
  const help = helpText(definition);
  return {
    name,
    summary,
    help,
    options,
    exitCodes,
    run: async (args) => {
      // What stands after `--` is another program's.
      const own = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
      if (!own.includes("--help")) return run(asked(definition, args));
      console.log(help);
      return 0;
    },
  };
}

/** What to say, and how to end. */
export interface Answered {
  readonly text: string;
  readonly exitCode: number;
}

/** The answer of a command that has no option but --help; undefined where nothing was asked and the work begins. */
export function onlyHelp(command: string, help: string, args: readonly string[]): Answered | undefined {
  const unknown = args.find((argument) => argument !== "--help" && argument !== "-h");
  if (unknown !== undefined)
    return {
      text: `${command} must have no argument but --help, got ${JSON.stringify(unknown)} (${command} -- --help)`,
      exitCode: 1,
    };
  return args.length > 0 ? { text: help, exitCode: 0 } : undefined;
}

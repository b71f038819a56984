import type { CommandResult } from "../processes/supervised-commands";

/** Far more than any one error of Terraform needs. */
const MOST_LINES = 60;

const STARTS = /(^|\s)(Error: |\[ERROR\]|Cannot find module )|(^|\s)\S+ has \d+ problems?:$/;

/** What a person has to know first, by what the output says. */
const HINTS: readonly (readonly [sign: RegExp, hint: string])[] = [
  [/registry\.opentofu\.org/, providerHint("registry.opentofu.org", "github.com")],
  [/registry\.terraform\.io/, providerHint("registry.terraform.io", "releases.hashicorp.com")],
];

const NO_PROVIDER = /Failed to (query available|install) provider|could not connect to registry/i;

function providerHint(registry: string, downloads: string): string {
  return `the AWS provider cannot be had: allow ${registry} and ${downloads}, or name a local mirror in TF_PLUGIN_MIRROR (a folder that holds ${registry}/hashicorp/aws)`;
}

const hintsFor = (output: string): readonly string[] =>
  NO_PROVIDER.test(output) ? HINTS.filter(([sign]) => sign.test(output)).map(([, hint]) => hint) : [];

/** The errors in the output of a command, in full, or its last lines where it names none. */
export function relevantLines(output: string, most: number = MOST_LINES): readonly string[] {
  const lines = output.split("\n");
  const first = lines.findIndex((line) => STARTS.test(line));
  return first === -1 ? lines.slice(-20) : lines.slice(first, first + most);
}

/** Whether the output says what went wrong. */
export const namesError = (output: string): boolean => output.split("\n").some((line) => STARTS.test(line));

/** A command of Terraform or CDKTF that failed. */
export class CommandFailure extends Error {
  /** `mostLines`: of what it printed. */
  constructor(command: string, { exitCode, output }: CommandResult, mostLines: number = MOST_LINES) {
    const hints = hintsFor(output).map((hint) => `What to do: ${hint}`);
    const how = exitCode === null ? "was killed" : `ended with exit code ${exitCode}`;
    super([`${command} ${how}:`, "", ...relevantLines(output, mostLines), ...hints].join("\n"));
    this.name = "CommandFailure";
  }
}

/** What counts as success, and how much of its output a failure tells. */
interface Success {
  /** @default 0 alone */
  readonly exitCodes?: readonly number[];
  /** @default as much as one error needs */
  readonly mostLines?: number;
}

/** Every line of what a command said of why it failed. */
export const ALL_LINES = Number.POSITIVE_INFINITY;

/** The result of a command that succeeded. */
export function succeeded(command: string, result: CommandResult, { exitCodes = [0], mostLines }: Success = {}) {
  if (result.exitCode === null || !exitCodes.includes(result.exitCode))
    throw new CommandFailure(command, result, mostLines);
  return result;
}

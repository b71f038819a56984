import { quoted, shown } from "./shown";

/** One thing that is wrong with a configuration. */
export interface Problem {
  /** Path in the configuration, such as `accounts.security.id`; empty for the file itself. */
  readonly where: string;
  /** The rule, to be read after "must". It says what to change. */
  readonly rule: string;
  /** What stands there instead. */
  readonly got: unknown;
}

/** The rule for a key that the schema does not know. */
export const NO_SUCH_SETTING = "be left out, because no such setting exists";

/** `<where> must <rule>, got <value>` */
export const problemText = ({ where, rule, got }: Problem): string =>
  `${where === "" ? "the configuration" : where} must ${rule}, got ${shown(got)}`;

/** Path of a field as a person writes it: `guardrails.attach[0].id`, `adopt["aws_s3_bucket.log"]`. */
export const fieldPath = (parts: readonly PropertyKey[]): string =>
  parts.reduce<string>((path, part) => {
    if (typeof part === "number") return `${path}[${part}]`;
    const name = String(part);
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${quoted(name)}]`;
    return path === "" ? name : `${path}.${name}`;
  }, "");

/** Every problem of a configuration in one report. Shown to the user as it is, without a stack trace. */
export class ConfigurationError extends Error {
  readonly problems: readonly Problem[];

  constructor(file: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super([`${file} has ${count}:`, ...problems.map((problem) => `  ${problemText(problem)}`)].join("\n"));
    this.name = "ConfigurationError";
    this.problems = problems;
  }
}

/** Runs a command; a mistake in the configuration ends it with its report and exit code 1, without a stack trace. */
export function reportingProblems(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

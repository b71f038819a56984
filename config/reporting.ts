import { ConfigurationError } from "./problem";

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

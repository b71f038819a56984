/**
 * How every command ends. 0: done. 1: a mistake in what was asked or configured, or a failure. 2: done, and the answer
 * is no.
 */
export type ExitCode = 0 | 1 | 2;

/** What each code means for a command. One whose answer is never no has no 2. */
export interface ExitCodes {
  readonly 0: string;
  readonly 1: string;
  readonly 2?: string;
}

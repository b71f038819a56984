/** A pattern that CloudWatch Logs would refuse, or whose meaning AWS does not document. `column` counts from 1. */
export class FilterPatternError extends Error {
  override readonly name = "FilterPatternError";

  constructor(
    readonly column: number,
    readonly expected: string,
    readonly got: string,
  ) {
    super(`column ${column} of the filter pattern must be ${expected}, got ${got}`);
  }
}

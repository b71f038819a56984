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

/** A place in a pattern's text: it only moves forward and reports what it did not find there. */
export class Cursor {
  /** Regular expressions read so far, because the quota is per pattern. */
  regexes = 0;
  private at = 0;

  constructor(private readonly text: string) {}

  /** The column of the next character, from 1. */
  get column(): number {
    return this.at + 1;
  }

  get done(): boolean {
    return this.at === this.text.length;
  }

  skipSpace(): void {
    this.takeMatch(/\s*/y);
  }

  startsWith(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  /** Moves past the token if it comes next. */
  take(token: string): boolean {
    const found = this.startsWith(token);
    if (found) this.at += token.length;
    return found;
  }

  /** Moves past what a sticky expression matches here; `undefined` if it does not match. */
  takeMatch(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  /** Moves past the token after any space, or fails. */
  expect(token: string, expected: string): void {
    this.skipSpace();
    if (!this.take(token)) this.fail(expected);
  }

  fail(expected: string, column = this.column): never {
    throw new FilterPatternError(column, expected, this.quote(column - 1));
  }

  private quote(from: number): string {
    const word = /\S{1,20}|\s/.exec(this.text.slice(from))?.[0];
    return word === undefined ? "the end" : JSON.stringify(word);
  }
}

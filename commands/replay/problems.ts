/** Problems that the report shows; the others it counts. */
const MOST_EXAMPLES = 5;

/** What could not be read. Work goes on past it. */
export class Problems {
  /** Records that are no JSON, or no event. */
  broken = 0;
  /** Files that could not be read, or not to their end. */
  unreadable = 0;
  readonly examples: string[] = [];

  record(file: string, reason: string): void {
    this.broken += 1;
    this.remember(`${file}: ${reason}`);
  }

  file(file: string, error: unknown): void {
    this.unreadable += 1;
    this.remember(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }

  private remember(text: string): void {
    if (this.examples.length < MOST_EXAMPLES) this.examples.push(text);
  }
}

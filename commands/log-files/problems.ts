/** Problems that the report shows; the others it counts. */
const MOST_EXAMPLES = 5;

/** What could not be read, or not understood. Work goes on past it. */
export class Problems {
  /** Records that are no JSON, or no event that is understood. */
  broken = 0;
  /** Files that could not be read, or not to their end. */
  unreadable = 0;
  readonly examples: string[] = [];
  private readonly files = new Set<string>();

  /** Whether anything is left out: then no silence is a comfort. */
  get any(): boolean {
    return this.broken + this.unreadable > 0;
  }

  /** Whether the file, or the folder, could not be read. */
  holds(file: string): boolean {
    return this.files.has(file);
  }

  record(file: string, reason: string): void {
    this.broken += 1;
    this.remember(`${file}: ${reason}`);
  }

  file(file: string, error: unknown): void {
    this.unreadable += 1;
    this.files.add(file);
    this.remember(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }

  private remember(text: string): void {
    if (this.examples.length < MOST_EXAMPLES) this.examples.push(text);
  }
}

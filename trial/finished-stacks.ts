const COMPLETE = "Apply complete!";

/**
 * Stacks that were applied, read from what the CDKTF CLI prints. It puts the name of a stack only before the first of
 * several lines that come at once, and indents the others.
 */
export class FinishedStacks {
  readonly names = new Set<string>();
  private current = "";

  line(text: string): void {
    this.current = /^([a-z][a-z0-9-]*) {2}/.exec(text)?.[1] ?? this.current;
    if (text.includes(COMPLETE)) this.names.add(this.current);
  }
}

export function finishedStacks(output: string): ReadonlySet<string> {
  const finished = new FinishedStacks();
  output.split("\n").forEach((line) => finished.line(line));
  return finished.names;
}

/** Where a program writes: of a process, what is needed here. */
export interface Written {
  readonly stdout: NodeJS.EventEmitter;
  readonly stderr: NodeJS.EventEmitter;
}

/**
 * Hears that an output cannot be written, and lets the command go on to its end: it may be in the middle of a removal, its
 * record is worth more than its words, and its exit code is an answer. `npm run baseline -- … | head` has seen enough:
 * that is no failure. Whatever else stops the answer is told, once, and is one: `failed` says so.
 */
export function hearStreams({ stdout, stderr }: Written, tell: (line: string) => void) {
  let failed = false;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || failed) return;
    failed = true;
    tell(`the output must be written whole, got ${error.message}`);
  });
  // There is no other place to say it.
  stderr.on("error", () => undefined);
  return { failed: (): boolean => failed };
}

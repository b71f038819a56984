import { setTimeout as pause } from "node:timers/promises";

const MINUTE_MS = 60_000;

/** Lets so many begin in a minute, evenly spread. The first begins at once. */
export class Pace {
  private next = 0;

  constructor(
    private readonly perMinute: number,
    private readonly signal: AbortSignal,
  ) {}

  /** Waits for the next turn. Throws an AbortError where the signal comes first. */
  async turn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.next);
    this.next = at + MINUTE_MS / this.perMinute;
    await pause(at - now, undefined, { signal: this.signal });
  }
}

/** Does the work for each thing, some at once, in their order. Begins no more once the signal has come, or one failed. */
export async function forEach<Thing>(
  things: readonly Thing[],
  { atOnce, signal }: { readonly atOnce: number; readonly signal: AbortSignal },
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const waiting = things.values();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const thing of waiting) {
      if (signal.aborted || failures.length > 0) return;
      await work(thing).catch((failure: unknown) => failures.push(failure));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw failures[0];
}

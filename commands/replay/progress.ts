import type { WriteStream } from "node:tty";

const MILLISECONDS_BETWEEN = 200;
const CLEAR_LINE = "\r\u001b[2K";

/** A line that says how far the work is, on a terminal only. */
export class Progress {
  private shownAt = 0;

  constructor(private readonly stream: WriteStream) {}

  show(events: number, file: string): void {
    const now = Date.now();
    if (!this.stream.isTTY || now - this.shownAt < MILLISECONDS_BETWEEN) return;
    this.shownAt = now;
    this.stream.write(`${CLEAR_LINE}${events} events, ${file}`.slice(0, this.stream.columns));
  }

  clear(): void {
    if (this.shownAt > 0) this.stream.write(CLEAR_LINE);
  }
}

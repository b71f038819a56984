/** Where it is written. `process.stdout` is one. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Sent to a terminal: back to the beginning of the line, and nothing stands in it. */
export const CLEAR_LINE = "\r\u001b[2K";

/** Width of a terminal that does not tell its own. */
const USUAL_COLUMNS = 80;

/** One line on a terminal that is drawn again and again, to say how far the work is. Elsewhere it is silent. */
export class StatusLine {
  readonly isLive: boolean;
  private isShown = false;
  private shownAt = 0;

  /** `pauseMs`: the shortest time between two drawings. */
  constructor(
    private readonly screen: Screen,
    private readonly pauseMs = 0,
  ) {
    this.isLive = screen.isTTY === true && process.env.TERM !== "dumb";
  }

  /** Cut to the width of the terminal: a line that wraps cannot be drawn again. */
  show(text: string): void {
    const now = Date.now();
    if (!this.isLive || (this.isShown && now - this.shownAt < this.pauseMs)) return;
    this.isShown = true;
    this.shownAt = now;
    this.screen.write(`${CLEAR_LINE}${text.slice(0, (this.screen.columns || USUAL_COLUMNS) - 1)}`);
  }

  clear(): void {
    if (this.isShown) this.screen.write(CLEAR_LINE);
    this.isShown = false;
  }
}

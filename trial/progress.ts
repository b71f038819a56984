/** Where progress is written. `process.stdout` is one. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Tells how far a step is. */
export type Report = (detail: string) => void;

const REDRAW_MS = 500;
const PLAIN_LINE_MS = 10_000;
const CLEAR_LINE = "\r\u001b[2K";

/** Steps that take a while: a live status line on a terminal, else plain lines that a log can keep. */
export class Progress {
  private readonly live: boolean;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly screen: Screen,
    private readonly now: () => number = Date.now,
  ) {
    this.live = screen.isTTY === true && process.env.TERM !== "dumb";
  }

  line(text: string): void {
    this.screen.write(`${text}\n`);
  }

  /** Runs a step. What `done` makes of its result ends the line that remains. */
  async step<T>(title: string, work: (report: Report) => Promise<T>, done: (result: T) => string): Promise<T> {
    const started = this.now();
    const seconds = () => `${Math.round((this.now() - started) / 1000)} s`;
    let detail = "";
    const text = () => `${title} (${seconds()})${detail === "" ? "" : `: ${detail}`}`;
    const draw = () => (this.live ? this.redraw(text()) : this.line(`       ${text()}`));

    if (this.live) draw();
    else this.line(`  ...  ${title}`);
    this.timer = setInterval(draw, this.live ? REDRAW_MS : PLAIN_LINE_MS);
    try {
      const result = await work((next) => (detail = next));
      this.end(`  ok   ${title}: ${done(result)} (${seconds()})`);
      return result;
    } catch (error) {
      this.end(`FAILED ${title} (${seconds()})`);
      throw error;
    } finally {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }

  /** Nothing more is told of the step that runs; lines still are. */
  stop(): void {
    if (this.timer !== undefined && this.live) this.line(CLEAR_LINE);
    clearInterval(this.timer);
    this.timer = undefined;
    this.stopped = true;
  }

  private end(text: string): void {
    if (!this.stopped) this.line(this.live ? `${CLEAR_LINE}${text}` : text);
  }

  /** One line, whatever the width: a line that wraps cannot be redrawn. */
  private redraw(text: string): void {
    const width = (this.screen.columns || 80) - 1;
    this.screen.write(`${CLEAR_LINE}${`       ${text}`.slice(0, width)}`);
  }
}

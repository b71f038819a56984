import { CLEAR_LINE, StatusLine, type Screen } from "../commands/output/status-line";

/** Tells how far a step is. */
export type Report = (detail: string) => void;

const REDRAW_MS = 500;
const PLAIN_LINE_MS = 10_000;

/** Steps that take a while: a live status line on a terminal, else plain lines that a log can keep. */
export class Progress {
  private readonly status: StatusLine;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly screen: Screen,
    private readonly now: () => number = Date.now,
  ) {
    this.status = new StatusLine(screen);
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
    const draw = () => (this.status.isLive ? this.status.show(`       ${text()}`) : this.line(`       ${text()}`));

    if (this.status.isLive) draw();
    else this.line(`  ...  ${title}`);
    this.timer = setInterval(draw, this.status.isLive ? REDRAW_MS : PLAIN_LINE_MS);
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
    if (this.timer !== undefined && this.status.isLive) this.line(CLEAR_LINE);
    clearInterval(this.timer);
    this.timer = undefined;
    this.stopped = true;
  }

  private end(text: string): void {
    if (!this.stopped) this.line(this.status.isLive ? `${CLEAR_LINE}${text}` : text);
  }
}

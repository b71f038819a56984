import { StatusLine, type Screen } from "../output/status-line";

const REDRAW_MS = 1_000;
const PLAIN_LINE_MS = 10_000;

/** Tells what is done with each stack: one line that is drawn again on a terminal, else a line for each step. */
export class Progress {
  private readonly status: StatusLine;
  private readonly started = Date.now();
  private readonly steps = new Map<string, string>();
  private counted = 0;
  private readonly timer: NodeJS.Timeout;

  /** Standard output is for the answer. */
  constructor(private readonly screen: Screen = process.stderr) {
    this.status = new StatusLine(screen);
    this.timer = setInterval(() => this.draw(), REDRAW_MS);
    this.timer.unref();
  }

  /** A stack's next step; whatever is done as a whole has an empty name. */
  readonly tell = (stack: string, step: string): void => {
    this.steps.delete("");
    this.steps.set(stack, step);
    if (this.status.isLive) this.draw();
    else this.screen.write(`${this.seconds.padStart(6)}  ${stack === "" ? step : `${stack}: ${step}`}\n`);
  };

  /** The same for a step that counts: where every line stays, it is told now and then. */
  readonly count = (stack: string, step: string): void => {
    const isSoon = Date.now() - this.counted < PLAIN_LINE_MS;
    if (!this.status.isLive && isSoon) return;
    this.counted = Date.now();
    this.tell(stack, step);
  };

  /** A line that stays. */
  line(text: string): void {
    this.status.clear();
    this.screen.write(`${text}\n`);
  }

  end(): void {
    clearInterval(this.timer);
    this.status.clear();
  }

  private get seconds(): string {
    return `${Math.round((Date.now() - this.started) / 1000)} s`;
  }

  private draw(): void {
    const steps = [...this.steps].map(([stack, step]) => (stack === "" ? step : `${stack}: ${step}`));
    this.status.show(`${this.seconds}  ${steps.join(", ")}`);
  }
}

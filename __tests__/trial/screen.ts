import type { Screen } from "../../commands/output/status-line";

/** A screen that keeps what is written. */
export class RecordedScreen implements Screen {
  readonly writes: string[] = [];

  constructor(
    readonly isTTY: boolean = false,
    readonly columns: number = 80,
  ) {}

  write(text: string): void {
    this.writes.push(text);
  }

  get text(): string {
    return this.writes.join("");
  }
}

import { writeRecord } from "./record-file";

/**
 * A record is written whole, and grows with everything that it is told: written each time, what that takes grows with
 * the square. So it is left alone for so many times as long as the last writing took: a tenth of the time is writing.
 */
const LEFT_ALONE = 9;

/** A record that grows, in a file that is whole at any time. */
export class KeptRecord {
  private next = -Infinity;
  private unwritten: { readonly record: unknown } | undefined;

  /** `write`, `now` in milliseconds: for tests. */
  constructor(
    private readonly file: string,
    private readonly write: (file: string, record: unknown) => void = writeRecord,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Writes the record, unless the last writing is too short a time ago. The first is written at once, so that a file that
   * cannot be is known. Whoever ends the process without `flush` loses what was told since the last writing.
   */
  tell(record: unknown): void {
    this.unwritten = { record };
    if (this.now() >= this.next) this.flush();
  }

  /** Writes what was told and is not written. To be called at the end, whatever ended it. */
  flush(): void {
    if (this.unwritten === undefined) return;
    const from = this.now();
    this.write(this.file, this.unwritten.record);
    this.unwritten = undefined;
    const to = this.now();
    this.next = to + LEFT_ALONE * (to - from);
  }
}

/** Bytes that structure JSON. */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COMMA = 0x2c;
const NEW_LINE = 0x0a;
const SPACE = 0x20;

/** How CloudTrail begins a log file, and how much of it must be there to know. */
const RECORDS = /^\{\s*"Records"\s*:\s*\[/;
const BEGINNING = 64;

/** A record of CloudTrail has at most 256 KB. What is far longer was never closed. */
const LONGEST_RECORD = 64 * 1024 * 1024;

/**
 * Cuts a stream of bytes into the texts of its records without parsing them, so that a file of any size needs the
 * memory of one record: the elements of `{"Records":[…]}` and of a list, lines of NDJSON, or values one after another.
 *
 * It finds its way again after what is broken: no JSON has a line break inside a string, and no value that is indented
 * has an opening brace in the first column.
 */
export class Splitter {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  /** Where the current record begins, or -1 between records. */
  private start = -1;
  private depth = 0;
  /** Depth at which records stand: 0, or inside the list that holds them. */
  private base = 0;
  private inString = false;

  /** The records that end in this chunk. */
  push(chunk: Buffer): string[] {
    const kept = this.start >= 0 ? this.start : this.at;
    this.bytes = kept < this.bytes.length ? Buffer.concat([this.bytes.subarray(kept), chunk]) : chunk;
    this.at -= kept;
    if (this.start >= 0) this.start = 0;
    return this.scan(false);
  }

  /** What is left when the stream ends: a record that was never closed, if anything. */
  end(): string[] {
    const texts = this.scan(true);
    if (this.start >= 0) texts.push(this.cut(this.bytes.length));
    return texts;
  }

  private cut(end: number): string {
    const text = this.bytes.toString("utf8", this.start, end);
    this.start = -1;
    this.depth = this.base;
    this.inString = false;
    return text;
  }

  private scan(isEnd: boolean): string[] {
    const texts: string[] = [];
    while (this.at < this.bytes.length) {
      if (this.start >= 0) this.inside(texts);
      else if (!this.between(isEnd)) break;
    }
    if (this.start >= 0 && this.bytes.length - this.start > LONGEST_RECORD) texts.push(this.cut(this.bytes.length));
    return texts;
  }

  /** Moves to the beginning of the next record. False where more bytes are needed to know what begins. */
  private between(isEnd: boolean): boolean {
    const byte = this.bytes[this.at] ?? SPACE;
    if (byte === OPEN_OBJECT && this.base === 0) {
      const beginning = this.bytes.toString("latin1", this.at, this.at + BEGINNING);
      if (beginning.length < BEGINNING && !isEnd) return false;
      const wrapper = RECORDS.exec(beginning)?.[0];
      if (wrapper !== undefined) return this.enter(2, wrapper.length);
    }
    if (byte === OPEN_LIST && this.base === 0) return this.enter(1, 1);
    if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.base = Math.max(0, this.base - 1);
    else if (byte > SPACE && byte !== COMMA) {
      this.start = this.at;
      this.depth = this.base;
      return true;
    }
    this.at += 1;
    return true;
  }

  private enter(base: number, length: number): true {
    this.base = base;
    this.at += length;
    return true;
  }

  /** Moves through a record to its end, or to the end of the bytes. */
  private inside(texts: string[]): void {
    const { bytes, base } = this;
    const isObject = bytes[this.start] === OPEN_OBJECT;
    let { at, depth, inString } = this;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === NEW_LINE && (inString || !isObject || (base === 0 && bytes[at + 1] === OPEN_OBJECT))) {
        this.at = at;
        texts.push(this.cut(at));
        return;
      }
      if (inString) {
        if (byte === BACKSLASH) at += 1;
        else if (byte === QUOTE) inString = false;
      } else if (byte === QUOTE) inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        depth -= 1;
        if (depth === base && isObject) {
          this.at = at + 1;
          texts.push(this.cut(at + 1));
          return;
        }
      }
    }
    this.at = at;
    this.depth = depth;
    this.inString = inString;
  }
}

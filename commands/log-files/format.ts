import { NotUnderstood, shown } from "./not-understood";

/** How the bytes of a file are cut into records. */
export type Format = "json" | "timestamped lines" | "csv";

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The bytes without a byte order mark of UTF-8, which editors and exports on Windows write. */
export const withoutByteOrderMark = (head: Buffer): Buffer =>
  head.subarray(0, 3).equals(BYTE_ORDER_MARK) ? head.subarray(3) : head;

/** Files that are no text of events, by their first bytes. */
const REFUSED: readonly (readonly [(head: Buffer) => boolean, string])[] = [
  [
    (head) => (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff),
    "a file must be UTF-8, got UTF-16 (convert it: iconv -f UTF-16 -t UTF-8)",
  ],
  [
    (head) => head.subarray(0, 4).toString("latin1") === "PAR1",
    "a file must hold JSON or CSV, got Parquet: export it as JSON",
  ],
  [(head) => head.includes(0), "a file must be text, got NUL bytes"],
  [
    (head) => /^\s*</.test(head.toString("latin1")),
    "a file must hold JSON or CSV, got HTML or XML: perhaps the page of a sign-in",
  ],
];

/** A line of an export of CloudWatch Logs to S3: a moment, then the message. */
export const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\s+/;

const HEAD = 64 * 1024;

/**
 * How a file is to be read, by its first bytes without a byte order mark; undefined where it holds nothing. Names lie.
 * Throws a NotUnderstood for what holds no events.
 */
export function formatOf(start: Buffer): Format | undefined {
  const head = start.subarray(0, HEAD);
  const refused = REFUSED.find(([is]) => is(head));
  if (refused !== undefined) throw new NotUnderstood(refused[1]);
  const text = head.toString("utf8").trimStart();
  if (text === "") return undefined;
  if (/^[{[]/.test(text)) return "json";
  if (TIMESTAMP.test(text)) return "timestamped lines";
  const [line = ""] = text.split(/\r?\n/, 1);
  // A heading of two columns at least, each a word; a single column may be the message alone.
  if (/^"?@?[\w.]+"?(,"?@?[\w.]+"?)+$/.test(line) || /^"?@?message"?$/i.test(line)) return "csv";
  throw new NotUnderstood(`a file must begin with JSON, or with the heading of a CSV, got ${shown(line)}`);
}

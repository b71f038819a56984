import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { Event } from "../../catalogue/detection";
import { bytesOf } from "./bytes";
import { columnsOnce, holdsRecords, recordOfColumns } from "./columns";
import { formatOf, TIMESTAMP, withoutByteOrderMark, type Format } from "./format";
import { NotUnderstood } from "./not-understood";
import type { Problems } from "./problems";
import { Splitter } from "./splitter";
import { eventsIn } from "./wrappers";

/** Events that were read together, and the file that held them. */
export interface Batch {
  readonly events: readonly Event[];
  readonly file: string;
}

/**
 * What stands in a folder of logs and holds no events: the digests of CloudTrail, the file by which CloudWatch Logs
 * tries whether it may export, what Athena writes beside its results, and hidden files. Everything else is read,
 * whatever it is called: an export of CloudWatch Logs is a `000000.gz`.
 */
const HOLDS_NO_EVENTS = /CloudTrail-Digest|[/\\]aws-logs-write-test$|\.csv\.metadata$|[/\\]\.[^/\\]+$/;

/**
 * Files of a folder and below, those that a link leads to among them: nothing is left out in silence. Whatever is named
 * itself is read, too.
 */
async function* filesOf(path: string, problems: Problems): AsyncGenerator<string> {
  if (path === "-" || !(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  for await (const entry of await opendir(path, { recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || HOLDS_NO_EVENTS.test(file)) continue;
    if (entry.isFile() || entry.isSymbolicLink()) yield file;
    else problems.file(file, new NotUnderstood("what a folder holds must be files, got a pipe, a socket or a device"));
  }
}

/** JSON texts, in batches: the records of a stream of JSON, however it is arranged. */
async function* jsonTexts(bytes: AsyncIterable<Buffer>): AsyncGenerator<readonly unknown[]> {
  const splitter = new Splitter();
  for await (const chunk of bytes) yield splitter.push(chunk);
  yield splitter.end();
}

/** An export of CloudWatch Logs: each line begins with a moment. */
async function* timestampedLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<readonly unknown[]> {
  for await (const line of createInterface({ input: Readable.from(bytes), crlfDelay: Infinity }))
    if (line.trim() !== "") yield [line.replace(TIMESTAMP, "")];
}

type Row = Readonly<Record<string, string>>;

/** The message of a row of CloudWatch Logs, or the record of a row of Athena. */
function rowValue(row: Row): unknown {
  const message = Object.entries(row).find(([column]) => /^@?message$/i.test(column))?.[1];
  if (message !== undefined && !holdsRecords(Object.keys(row))) return message;
  return recordOfColumns(row);
}

async function* rows(
  bytes: AsyncIterable<Buffer>,
  broken: (reason: string) => void,
): AsyncGenerator<readonly unknown[]> {
  const parser = parse({ columns: columnsOnce, bom: true, skip_empty_lines: true });
  const stream = Readable.from(bytes);
  stream.on("error", (error) => parser.destroy(error));
  for await (const row of stream.pipe(parser))
    try {
      yield [rowValue(row as Row)];
    } catch (error) {
      if (!(error instanceof NotUnderstood)) throw error;
      broken(error.message);
    }
}

async function* startingWith(start: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

const READERS: Readonly<
  Record<Format, (bytes: AsyncIterable<Buffer>, broken: (reason: string) => void) => AsyncGenerator<readonly unknown[]>>
> = { json: jsonTexts, "timestamped lines": timestampedLines, csv: rows };

async function* batchesIn(file: string, problems: Problems): AsyncGenerator<Batch> {
  const broken = (reason: string) => problems.record(file, reason);
  const bytes = bytesOf(file);
  try {
    const first = await bytes.next();
    const start = withoutByteOrderMark(first.done === true ? Buffer.alloc(0) : first.value);
    const format = formatOf(start);
    if (format === undefined) throw new NotUnderstood("a file must hold events, got nothing");
    for await (const values of READERS[format](startingWith(start, bytes), broken))
      yield { events: values.flatMap((value) => eventsIn(value, broken)), file };
  } finally {
    // A file that is refused by its first bytes is closed, too.
    await bytes.return(undefined);
  }
}

/** Whatever can be read. What breaks off has given what it held until there. */
async function* goingOn<T>(source: AsyncGenerator<T>, file: string, problems: Problems): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    problems.file(file, error);
  }
}

/** Every event of the given files and folders; `-` is the standard input. A folder without any file is a problem. */
export async function* batchesOf(paths: readonly string[], problems: Problems): AsyncGenerator<Batch> {
  for (const path of paths) {
    let files = 0;
    for await (const file of goingOn(filesOf(path, problems), path, problems)) {
      files += 1;
      yield* goingOn(batchesIn(file, problems), file, problems);
    }
    if (files === 0 && !problems.holds(path))
      problems.file(path, new NotUnderstood("a folder must hold files with events, got none"));
  }
}

import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Event } from "../../catalogue/detection";
import { bytesOf } from "./bytes";
import type { Problems } from "./problems";
import { recordsIn } from "./records";
import { Splitter } from "./splitter";

/** Events that were read together, and the file that held them. */
export interface Batch {
  readonly events: readonly Event[];
  readonly file: string;
}

const isLog = (name: string): boolean => /\.(json|ndjson|jsonl)(\.gz)?$/i.test(name);

/** Files of a folder and below. Digest files of CloudTrail hold no events. */
async function* filesOf(path: string): AsyncGenerator<string> {
  if (path === "-" || !(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  for await (const entry of await opendir(path, { recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && isLog(entry.name) && !file.includes("CloudTrail-Digest")) yield file;
  }
}

async function* batchesIn(file: string, problems: Problems): AsyncGenerator<Batch> {
  const splitter = new Splitter();
  const read = (texts: readonly string[]): Batch => ({
    events: texts.flatMap((text) => recordsIn(text, (reason) => problems.record(file, reason))),
    file,
  });
  let isEmpty = true;
  for await (const chunk of bytesOf(file)) {
    isEmpty = false;
    yield read(splitter.push(chunk));
  }
  if (isEmpty) throw new Error("the file is empty");
  yield read(splitter.end());
}

/** Whatever can be read. What breaks off has given what it held until there. */
async function* goingOn<T>(source: AsyncGenerator<T>, file: string, problems: Problems): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    problems.file(file, error);
  }
}

/** Every event of the given files and folders; `-` is the standard input. */
export async function* batchesOf(paths: readonly string[], problems: Problems): AsyncGenerator<Batch> {
  for (const path of paths)
    for await (const file of goingOn(filesOf(path), path, problems))
      yield* goingOn(batchesIn(file, problems), file, problems);
}

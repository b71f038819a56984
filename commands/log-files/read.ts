import { existsSync } from "node:fs";
import type { Event } from "../../catalogue/detection";
import { mistake } from "../contract/mistake";
import type { Operands } from "../contract/options";
import { StatusLine } from "../output/status-line";
import { batchesOf } from "./inputs";
import type { Problems } from "./problems";

const STATUS_PAUSE_MS = 200;

/** What a command takes that reads log files. */
export const LOG_FILES = {
  value: "<file…|folder|->",
  are: "a file, a folder or -",
  says: "what is read: a folder to its depth, - is the standard input",
} as const satisfies Operands;

/** Ends a command with a mistake where it was given a file that does not exist. */
export function checkFiles(command: string, paths: readonly string[]): void {
  const missing = paths.find((path) => path !== "-" && !existsSync(path));
  if (missing !== undefined) mistake(command, "get files and folders that exist", missing);
}

/** Hands on every event. One batch of them is in memory at a time. */
export async function readEvents(
  paths: readonly string[],
  problems: Problems,
  see: (event: Event, file: string) => void,
): Promise<void> {
  const status = new StatusLine(process.stderr, STATUS_PAUSE_MS);
  let seen = 0;
  for await (const { events, file } of batchesOf(paths, problems)) {
    for (const event of events) see(event, file);
    seen += events.length;
    status.show(`${seen} events, ${file}`);
  }
  status.clear();
}

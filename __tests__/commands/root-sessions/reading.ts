import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Event } from "../../../catalogue/detection";
import { exitCode, found } from "../../../commands/root-sessions";
import { asJson } from "../../../commands/root-sessions/as-json";
import { doorsOf } from "../../../commands/root-sessions/doors";
import { blueprintOf, parseConfig } from "../../../config";
import { configuration } from "../../support/configuration";

const doors = doorsOf(blueprintOf(parseConfig(configuration())));

/** What the command finds in a log file of these records. */
export async function read(records: readonly Event[], since?: string) {
  const folder = mkdtempSync(join(tmpdir(), "root-sessions-"));
  try {
    const path = join(folder, "records.json");
    writeFileSync(path, JSON.stringify({ Records: records }));
    return await found([path], doors, since === undefined ? undefined : Date.parse(since));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Its answer for machines, with the exit code. */
export async function ledger(records: readonly Event[], since?: string) {
  const answer = await read(records, since);
  return { ...asJson(answer), exit: exitCode(answer) };
}

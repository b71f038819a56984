import { accessSync, constants, lstatSync } from "node:fs";
import { dirname, sep } from "node:path";
import { mistake } from "./mistake";

function isWritable(folder: string): boolean {
  try {
    // What is no folder has nothing in it, not even itself.
    accessSync(`${folder}${sep}.`, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the name is taken, be it by a link that leads nowhere; so is one that the system does not take. */
function isTaken(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

/** What can become a file with that name: no folder, and in none that is not there or is closed to us. */
export function checkWritable(option: string, file: string): void {
  if (file.endsWith(sep)) mistake(option, "be the name of a file", file);
  if (!isWritable(dirname(file))) mistake(option, "be in a folder that can be written to", file);
}

/**
 * Where a result goes: the file that `--out` names, else one called after the moment. A mistake where it is there
 * already: what it holds is not lost. And where it could not be written: that is said before anything is done for it.
 */
export function newFile(named: string | undefined, what: string): string {
  const file = named ?? `${what}-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}Z.json`;
  checkWritable("--out", file);
  if (isTaken(file)) mistake("--out", "be a file that is not there yet", file);
  return file;
}

import { accessSync, constants, existsSync } from "node:fs";
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

/**
 * Where a result goes: the file that `--out` names, else one called after the moment. A mistake where it is there
 * already: what it holds is not lost. And where it could not be written: that is said before anything is done for it.
 */
export function newFile(named: string | undefined, what: string): string {
  const file = named ?? `${what}-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}Z.json`;
  if (existsSync(file)) mistake("--out", "be a file that is not there yet", file);
  if (!isWritable(dirname(file))) mistake("--out", "be in a folder that can be written to", file);
  return file;
}

import { accessSync, constants, lstatSync, statSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { mistake } from "./mistake";

/** Options that name a file, and the files. */
type Files = Readonly<Record<string, string | undefined>>;

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

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

/** What can become a file with that name: in no folder that is not there or is closed to us. */
function checkPlace(option: string, file: string): void {
  if (file.endsWith(sep)) mistake(option, "be the name of a file", file);
  if (!isWritable(dirname(file))) mistake(option, "be in a folder that can be written to", file);
}

/**
 * Where a result goes: the file that `--out` names, else one called after the moment. A mistake where it is there
 * already: what it holds is not lost. And where it could not be written: that is said before anything is done for it.
 */
export function newFile(named: string | undefined, what: string): string {
  const file = named ?? `${what}-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}Z.json`;
  checkPlace("--out", file);
  if (isTaken(file)) mistake("--out", "be a file that is not there yet", file);
  return file;
}

/**
 * Ends with a mistake where a file cannot be written, or would be written over another that is written or read: before
 * anything is judged or written.
 */
export function checkWritten(written: Files, read: Files = {}): void {
  const named = (files: Files) =>
    Object.entries(files).flatMap(([option, file]) =>
      file === undefined ? [] : [{ option, file, path: resolve(file) }],
    );
  const all = [...named(read), ...named(written)];
  for (const { option, file, path } of named(written)) {
    checkPlace(option, file);
    if (isFolder(path)) mistake(option, "be a file, not a folder", file);
    const other = all.find((each) => each.path === path);
    if (other !== undefined && other.option !== option) mistake(option, `be another file than ${other.option}`, file);
  }
}

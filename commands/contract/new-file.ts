import { existsSync } from "node:fs";
import { mistake } from "./mistake";

/**
 * Where a result goes: the file that `--out` names, else one called after the moment. A mistake where it is there
 * already: what it holds is not lost.
 */
export function newFile(named: string | undefined, what: string): string {
  const file = named ?? `${what}-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}Z.json`;
  if (existsSync(file)) mistake("--out", "be a file that is not there yet", file);
  return file;
}

import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { mirroredVersion } from "./provider-mirror";
import type { Environment } from "../processes/search-path";

/** Folders that hold no mirror but much else, or providers that belong to somebody's working directory or cache. */
const SKIPPED = new Set(["proc", "sys", "dev", "run", "node_modules", ".terraform", ".git", ".cache", "plugin-cache"]);
const MAX_DEPTH = 6;
const MAX_MILLISECONDS = 5_000;

/** Where people put unpacked software; a mirror is usually a folder directly below. */
const SOFTWARE_FOLDERS = ["/opt", "/srv", "/usr/local"];

/** A folder that Terraform can use as `filesystem_mirror` for the AWS provider, or undefined. */
export function findMirror(host: string, env: Environment): string | undefined {
  const holdsProvider = (folder: string): boolean => mirroredVersion(folder, host) !== undefined;
  return usualPlaces(env).find(holdsProvider) ?? walk("/", host, holdsProvider);
}

/** TF_PLUGIN_MIRROR, the implied mirrors of Terraform and OpenTofu, and the folders beside installed software. */
export function usualPlaces(env: Environment, home: string = homedir()): string[] {
  const dataHome = env.XDG_DATA_HOME || join(home, ".local", "share");
  return [
    ...(!env.TF_PLUGIN_MIRROR ? [] : [env.TF_PLUGIN_MIRROR]),
    join(home, ".terraform.d", "plugins"),
    ...[dataHome, "/usr/local/share", "/usr/share"].flatMap((folder) => [
      join(folder, "terraform", "plugins"),
      join(folder, "opentofu", "plugins"),
    ]),
    ...SOFTWARE_FOLDERS.flatMap((folder) => [folder, ...subfolders(folder)]),
  ];
}

/** Breadth first, so that a shallow mirror is found before a deep search runs out of time. Links are not followed. */
export function walk(
  root: string,
  host: string,
  accept: (folder: string) => boolean,
  now: () => number = Date.now,
): string | undefined {
  const deadline = now() + MAX_MILLISECONDS;
  let level = [root];
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      if (now() > deadline) return undefined;
      next.push(...subfolders(folder));
    }
    const found = next
      .filter((folder) => basename(folder) === host)
      .map(dirname)
      .find(accept);
    if (found !== undefined) return found;
    level = next;
  }
  return undefined;
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name))
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}

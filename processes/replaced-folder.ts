import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What is in the making is for whoever makes it. */
const OWNER_ONLY_FOLDER = 0o700;

/**
 * Fills a folder anew, which is either as it was before or whole: its contents are written beside it, and take its place
 * with one rename. What the folder held before is gone then. The folder is its owner's alone.
 */
export function replaceFolder(target: string, fill: (next: string) => void): void {
  mkdirSync(dirname(target), { recursive: true });
  const draft = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  try {
    const [next, former] = [join(draft, "next"), join(draft, "former")];
    mkdirSync(next, { mode: OWNER_ONLY_FOLDER });
    fill(next);
    const isThere = existsSync(target);
    if (isThere) renameSync(target, former);
    try {
      renameSync(next, target);
    } catch (error) {
      if (isThere) renameSync(former, target);
      throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

import { accessSync, constants, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { DEFAULT_FILE, namedConfig } from "../../config";
import type { SarifFiles } from "../../review";
import { mistake } from "../contract/mistake";

/** Options that name a file to write, and the files. */
type Targets = Readonly<Record<string, string | undefined>>;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ends with a mistake where a file cannot be written, or two are one: before anything is judged or written. */
export function checkTargets(targets: Targets): void {
  const seen = new Map<string, string>();
  for (const [option, file] of Object.entries(targets)) {
    if (file === undefined) continue;
    const path = resolve(file);
    if (!isFolder(dirname(path))) mistake(option, "lie in a folder that exists", file);
    if (isFolder(path)) mistake(option, "be a file, not a folder", file);
    if (!isWritable(dirname(path))) mistake(option, "lie in a folder that can be written", file);
    const other = seen.get(path);
    if (other !== undefined) mistake(option, `be another file than ${other}`, file);
    seen.set(path, option);
  }
}

/** A file as the checkout names it; undefined for one outside. */
function inCheckout(file: string): string | undefined {
  const path = relative(process.cwd(), resolve(file));
  return path === "" || path.startsWith("..") || isAbsolute(path) ? undefined : path.replaceAll(sep, "/");
}

/** Where platforms show findings: a file outside of the checkout is shown nowhere, the usual one stands for it. */
export const filesOfFindings = (accepted: string | undefined, usuallyAccepted: string): SarifFiles => ({
  configuration: inCheckout(namedConfig() ?? DEFAULT_FILE) ?? DEFAULT_FILE,
  acceptedRisks: inCheckout(accepted ?? usuallyAccepted) ?? usuallyAccepted,
});

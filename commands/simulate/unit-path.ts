import type { Target } from "../../config";
import { mistake } from "../contract/mistake";

/** Refuses what is no unit: the root is above every path, and the account is named by --account. */
export function checkUnits(paths: readonly string[]): void {
  const wrong = paths.find(
    (path) => path === "root" || /^(r-[a-z0-9]+|\d{12})$/.test(path) || /^\/|\/\/|\/$/.test(path),
  );
  if (wrong !== undefined) mistake("--path", "be an OU path such as Workloads/Prod, or an OU id", wrong);
}

/**
 * What to tell of units that the configuration does not name. It knows only those to which it attaches something, so a
 * unit that exists and a slip of the pen look the same to it: nobody may take "allowed" for an answer about either.
 */
export function unknownUnits(paths: readonly string[], targets: readonly Target[]): readonly string[] {
  const known = targets.filter(({ kind }) => kind === "unit" || kind === "path").map(({ text }) => text);
  const isKnown = (path: string) => known.some((unit) => unit === path || unit.startsWith(`${path}/`));
  return paths
    .filter((path) => !isKnown(path))
    .map(
      (path) =>
        `the configuration attaches nothing to ${path} and does not know whether it exists (it names ${known.length === 0 ? "no unit" : known.join(", ")}): only what is attached above it is judged; --live asks the organization`,
    );
}

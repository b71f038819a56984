import { parseFilterPattern, renderFilterPattern, type FilterPattern } from "../../proofs/filter-pattern";

function treeCovers(wide: FilterPattern, narrow: FilterPattern): boolean {
  if (renderFilterPattern(wide) === renderFilterPattern(narrow)) return true;
  if (narrow.kind === "any") return narrow.parts.every((part) => treeCovers(wide, part));
  if (wide.kind === "all") return wide.parts.every((part) => treeCovers(part, narrow));
  if (wide.kind === "any" && wide.parts.some((part) => treeCovers(part, narrow))) return true;
  return narrow.kind === "all" && narrow.parts.some((part) => treeCovers(wide, part));
}

/** Whether a filter pattern matches whatever another does. Never true by mistake; false where in doubt. */
export function filterCovers(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  try {
    return treeCovers(parseFilterPattern(wide), parseFilterPattern(narrow));
  } catch {
    return false;
  }
}

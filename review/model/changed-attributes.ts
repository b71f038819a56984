import { oncePer } from "../../config";
import { canonical, type Change } from "./thing";

/** Attributes that differ on the two sides, or of which nobody knows whether they will; sorted. */
export const changedAttributes = oncePer(({ before, after }: Change): readonly string[] => {
  const keys = new Set([...Object.keys(before?.values ?? {}), ...Object.keys(after?.values ?? {})]);
  return [...keys].filter((key) => canonical(before?.values[key]) !== canonical(after?.values[key])).sort();
});

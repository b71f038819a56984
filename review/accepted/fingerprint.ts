import { createHash } from "node:crypto";
import { isValues, Unknown } from "../model/thing";
import { WITHHELD } from "../model/sensitive";
import type { Found } from "../rules/rule";

/** The value in one spelling: the keys of an object and the items of a list are sorted. */
function spelled(value: unknown): string {
  if (value instanceof Unknown) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spelled).sort().join(",")}]`;
  if (!isValues(value)) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${spelled(inner)}`);
  return `{${entries.sort().join(",")}}`;
}

/**
 * What a finding is told apart by, in every review that finds the same: its rule, its place, how bad it is, and all that
 * it says. 128 bits, so that nobody makes a worse change with the fingerprint of one that was accepted.
 */
export function fingerprintOf(rule: string, found: Found & { readonly severity: string }): string {
  const { place, severity, words, details, diff, exactly, isCounted } = found;
  // The lines of a difference have an order.
  const says = isCounted === true ? {} : { words, details, diff: diff?.join("\n") };
  const text = spelled({ rule, place, severity, exactly, ...says }).replace(WITHHELD, "(sensitive)");
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

import { canonical } from "../model/thing";
import { uncovered, type Atom } from "./covers";
import { statementsOf } from "./statement";

/** What one policy says beyond another. */
export interface Compared {
  /** Allowed after, and not before. */
  readonly allowsMore: readonly Atom[];
  /** Allowed before, and not after. */
  readonly allowsLess: readonly Atom[];
  /** Denied before, and not after. */
  readonly deniesLess: readonly Atom[];
  /** Denied after, and not before. */
  readonly deniesMore: readonly Atom[];
}

/** Compares two policies by their texts. Undefined where one of them cannot be read; equal texts need no reading. */
export function compared(before: unknown, after: unknown): Compared | undefined {
  if (canonical(before) === canonical(after)) return { allowsMore: [], allowsLess: [], deniesLess: [], deniesMore: [] };
  try {
    const [old, young] = [statementsOf(before), statementsOf(after)];
    return {
      allowsMore: uncovered("Allow", young, old),
      allowsLess: uncovered("Allow", old, young),
      deniesLess: uncovered("Deny", old, young),
      deniesMore: uncovered("Deny", young, old),
    };
  } catch {
    return undefined;
  }
}

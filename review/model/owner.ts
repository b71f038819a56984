import type { ReviewInput } from "./review-input";
import { beforeOf } from "./same-thing";
import type { Thing } from "./thing";

/**
 * Whether what a thing belongs to comes with it: then there is nothing yet that it could open or weaken. What no
 * reviewed stack holds was there before.
 */
export function isOnNew(input: ReviewInput, thing: Thing, type: string, attribute: string): boolean {
  const owner = input.after.named(type, thing.values[attribute], thing);
  const change = owner && input.changes.find(({ after }) => after === owner);
  return change !== undefined && beforeOf(change, input) === undefined;
}

import type { Event } from "../../catalogue/detection";

/** Top-level fields that an event pattern settles by plain texts. */
export type Settled = readonly (readonly [field: string, texts: ReadonlySet<unknown>])[];

/** Most rules name `source` and `detail-type` by plain texts: an event that differs there need not be judged at all. */
export const settledBy = (pattern: Event): Settled =>
  Object.entries(pattern).flatMap(([field, values]) =>
    Array.isArray(values) && values.every((value) => typeof value === "string")
      ? [[field, new Set<unknown>(values)] as const]
      : [],
  );

/** Whether an event has what the pattern settles. Top-level fields of an envelope are texts, `resources` aside. */
export const mayMatch = (settled: Settled, event: Event): boolean =>
  settled.every(([field, texts]) => Array.isArray(event[field]) || texts.has(event[field]));

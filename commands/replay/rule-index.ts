import type { Event } from "../../catalogue/detection";
import { isObject } from "../../organization/services/json";

/** Fields that an event pattern settles by plain texts, by the names that lead to them. */
export type Settled = readonly (readonly [names: readonly string[], texts: ReadonlySet<unknown>])[];

/** Most rules name `source`, `detail-type` and more by plain texts: an event that differs there need not be judged. */
export const settledBy = (pattern: Event): Settled =>
  Object.entries(pattern).flatMap(([name, values]): Settled => {
    if (isObject(values)) return settledBy(values).map(([names, texts]) => [[name, ...names], texts]);
    return Array.isArray(values) && values.every((value) => typeof value === "string")
      ? [[[name], new Set<unknown>(values)]]
      : [];
  });

const reach = (event: Event, names: readonly string[]): unknown =>
  names.reduce<unknown>((value, name) => (isObject(value) ? value[name] : value), event);

/** Whether an event has what the pattern settles. Of a field with several values, each may be the one that matches. */
export const mayMatch = (settled: Settled, event: Event): boolean =>
  settled.every(([names, texts]) => {
    const value = reach(event, names);
    return Array.isArray(value) || texts.has(value);
  });

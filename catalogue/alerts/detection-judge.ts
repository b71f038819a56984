import { matchesEventPattern, parseEventPattern, type EventPattern } from "../../proofs/event-pattern/index";
import {
  filterPatternReadings,
  matchesFilterPattern,
  parseFilterPattern,
  type FilterPattern,
  type FilterPatternReading,
} from "../../proofs/filter-pattern/index";
import type { Detection, Event } from "../detection";
import type { PreparedPath } from "./prepare";

/** What a path is judged by. */
export type Judged =
  Extract<PreparedPath, { kind: "metric" }> | Pick<Exclude<PreparedPath, { kind: "metric" }>, "kind" | "pattern">;

/** What a path says of an event: once for each reading of what AWS leaves open. A rule has only one reading. */
export type Judge = (event: Event) => readonly boolean[];

const [ANY_READING] = filterPatternReadings;

/** Filters, read as AWS reads them, and their judge. Throws where AWS would refuse one. */
export function readFilters(texts: readonly string[]): {
  readonly patterns: readonly FilterPattern[];
  readonly judge: Judge;
} {
  const patterns = texts.map(parseFilterPattern);
  const fires = (event: Event, reading: FilterPatternReading) =>
    patterns.some((pattern) => matchesFilterPattern(pattern, event, reading));
  // Readings differ where something is not equal. A filter that never asks for that says the same under each.
  if (texts.some((text) => text.includes("!=")))
    return { patterns, judge: (event) => filterPatternReadings.map((reading) => fires(event, reading)) };
  const judge: Judge = (event) => {
    const fired = fires(event, ANY_READING);
    return filterPatternReadings.map(() => fired);
  };
  return { patterns, judge };
}

/** A rule, read as AWS reads it, and its judge. Throws where AWS would refuse it. */
export function readRule(text: Event): { readonly pattern: EventPattern; readonly judge: Judge } {
  const pattern = parseEventPattern(text);
  return { pattern, judge: (event) => [matchesEventPattern(pattern, event)] };
}

/** The judge of a path. It reads the pattern once. Throws where AWS would refuse the pattern. */
export const judgeOf = (path: Judged): Judge =>
  (path.kind === "metric" ? readFilters(path.texts) : readRule(path.pattern)).judge;

/** Places of the events that the path judges otherwise than the detection says: `fires[1]`, `ignores[0]`. */
export function unproven({ fires, ignores }: Pick<Detection, "fires" | "ignores">, path: Judged): readonly string[] {
  const judge = judgeOf(path);
  const wrong = (list: string, events: readonly Event[], expected: boolean) =>
    events.flatMap((event, index) => (judge(event).every((fired) => fired === expected) ? [] : [`${list}[${index}]`]));
  return [...wrong("fires", fires, true), ...wrong("ignores", ignores, false)];
}

import { matchesEventPattern, parseEventPattern } from "../proofs/event-pattern";
import {
  filterPatternReadings,
  matchesFilterPattern,
  parseFilterPattern,
  type FilterPatternReading,
} from "../proofs/filter-pattern";
import type { Detection, Event } from "./detection";
import type { PreparedPath } from "./prepare";

/** What a path is judged by. */
export type Judged =
  Extract<PreparedPath, { kind: "metric" }> | Pick<Exclude<PreparedPath, { kind: "metric" }>, "kind" | "pattern">;

/** What a path says of an event: once for each reading of what AWS leaves open. A rule has only one reading. */
export type Judge = (event: Event) => readonly boolean[];

const [ANY_READING] = filterPatternReadings;

/** The judge of a path. It reads the pattern once. Throws where AWS would refuse the pattern. */
export function judgeOf(path: Judged): Judge {
  if (path.kind !== "metric") {
    const pattern = parseEventPattern(path.pattern);
    return (event) => [matchesEventPattern(pattern, event)];
  }
  const patterns = path.texts.map(parseFilterPattern);
  const fires = (event: Event, reading: FilterPatternReading) =>
    patterns.some((pattern) => matchesFilterPattern(pattern, event, reading));
  // Readings differ where something is not equal. A filter that never asks for that says the same under each.
  if (path.texts.some((text) => text.includes("!=")))
    return (event) => filterPatternReadings.map((reading) => fires(event, reading));
  return (event) => {
    const fired = fires(event, ANY_READING);
    return filterPatternReadings.map(() => fired);
  };
}

/** Places of the events that the path judges otherwise than the detection says: `fires[1]`, `ignores[0]`. */
export function unproven({ fires, ignores }: Pick<Detection, "fires" | "ignores">, path: Judged): readonly string[] {
  const judge = judgeOf(path);
  const wrong = (list: string, events: readonly Event[], expected: boolean) =>
    events.flatMap((event, index) => (judge(event).every((fired) => fired === expected) ? [] : [`${list}[${index}]`]));
  return [...wrong("fires", fires, true), ...wrong("ignores", ignores, false)];
}

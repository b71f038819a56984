import {
  FILTER_PATTERN_MAX_CHARACTERS,
  parseFilterPattern,
  renderFilterPattern,
  type FilterPattern,
} from "../../proofs/filter-pattern/index";
import type { Arrival, Detection, DetectionPath, DetectionSettings, Event, MetricPath } from "../detection";
import type { DetectionSet } from "./detection-sets";
import { allOf, anyOf, isNoneOf, SESSION_ROLE } from "../filter";

/** A path whose pattern is final: filter texts that count into one metric, or an event pattern. */
export type PreparedPath =
  | { readonly kind: "metric"; readonly texts: readonly string[] }
  | {
      readonly kind: "event";
      readonly pattern: Event;
      readonly arrives: readonly Arrival[];
      readonly byAlarm: boolean;
    }
  | { readonly kind: "finding"; readonly pattern: Event };

/** Where the event rules of a detection without another word stand. */
const GLOBAL: readonly Arrival[] = [{ account: "management", region: "global" }];

const tree = (pattern: string | FilterPattern): FilterPattern =>
  typeof pattern === "string" ? parseFilterPattern(pattern) : pattern;

const lengthOf = (pattern: FilterPattern): number => renderFilterPattern(pattern).length;

const fits = (pattern: FilterPattern): boolean => lengthOf(pattern) <= FILTER_PATTERN_MAX_CHARACTERS;

/** The two halves of a pattern which together mean the same; nothing where it has no alternatives to part. */
function halves(pattern: FilterPattern): readonly FilterPattern[] {
  if (pattern.kind === "any") {
    const middle = Math.ceil(pattern.parts.length / 2);
    return [anyOf(...pattern.parts.slice(0, middle)), anyOf(...pattern.parts.slice(middle))];
  }
  if (pattern.kind !== "all") return [];
  const byLength = [...pattern.parts].sort((a, b) => lengthOf(b) - lengthOf(a));
  const longest = byLength.find((part) => halves(part).length > 0);
  return longest === undefined
    ? []
    : halves(longest).map((half) => allOf(...pattern.parts.map((part) => (part === longest ? half : part))));
}

/** Patterns of which each fits, as far as alternatives can be parted: together they mean the same. */
function parted(pattern: FilterPattern): readonly FilterPattern[] {
  if (fits(pattern)) return [pattern];
  const parts = halves(pattern);
  return parts.length === 0 ? [pattern] : parts.flatMap(parted);
}

/** As few filters as hold all parts: each takes what still fits, in order. */
function packed(parts: readonly FilterPattern[]): readonly FilterPattern[] {
  const filters: FilterPattern[] = [];
  for (const part of parts.flatMap(parted)) {
    const last = filters.at(-1);
    const both = last && anyOf(last, part);
    if (both && fits(both)) filters.splice(-1, 1, both);
    else filters.push(part);
  }
  return filters;
}

function filterTexts(
  { pattern: given }: MetricPath,
  settings: DetectionSettings,
  excluded: readonly string[],
): readonly string[] {
  const pattern = typeof given === "function" ? given(settings) : given;
  if (pattern === undefined) return [];
  const parts: readonly (string | FilterPattern)[] = Array.isArray(pattern) ? pattern : [pattern];
  if (excluded.length > 0)
    return packed(parts.map((part) => allOf(tree(part), isNoneOf(SESSION_ROLE, excluded)))).map(renderFilterPattern);
  const [only, ...more] = parts;
  if (more.length === 0 && typeof only === "string") return [only];
  return packed(parts.map(tree)).map(renderFilterPattern);
}

/**
 * The path of a detection under the settings, sessions of the excluded roles left out; undefined where there is nothing
 * to watch. A text without exclusions stays as it is, byte for byte.
 */
export function preparedPath(
  path: DetectionPath,
  settings: DetectionSettings,
  excluded: readonly string[],
): PreparedPath | undefined {
  if (path.kind === "event") {
    const pattern = typeof path.pattern === "function" ? path.pattern(settings) : path.pattern;
    return { kind: "event", pattern, arrives: path.arrives ?? GLOBAL, byAlarm: path.byAlarm ?? false };
  }
  if (path.kind === "finding") return path;
  const texts = filterTexts(path, settings, excluded);
  return texts.length === 0 ? undefined : { kind: "metric", texts };
}

/** The event rules that a detection on the trail has beside its filter, if it has any. */
export function preparedTwin(path: DetectionPath, settings: DetectionSettings): PreparedPath | undefined {
  if (path.kind !== "metric" || path.event === undefined) return undefined;
  const pattern = path.event.pattern(settings);
  return pattern === undefined ? undefined : { kind: "event", pattern, arrives: path.event.arrives, byAlarm: false };
}

/** A detection as it is deployed. */
export interface PreparedDetection<Path extends PreparedPath = PreparedPath> extends Pick<
  Detection,
  "id" | "title" | "severity" | "response"
> {
  /** Set of the catalogue; none where the operator added it. */
  readonly set: DetectionSet | undefined;
  readonly path: Path;
  /** Matching events in five minutes that raise the alarm. Metric path only: a rule tells of every event. */
  readonly threshold: number;
}

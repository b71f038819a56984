import { parseFilterPattern, renderFilterPattern, type FilterPattern } from "../proofs/filter-pattern";
import type { Detection, DetectionPath, DetectionSettings, Event, MetricPath } from "./detection";
import { allOf, isNoneOf, SESSION_ROLE } from "./filter";

/** A path whose pattern is final: filter text, or an event pattern. */
export type PreparedPath =
  | { readonly kind: "metric"; readonly text: string }
  | { readonly kind: "event"; readonly pattern: Event }
  | { readonly kind: "finding"; readonly pattern: Event };

const tree = (pattern: string | FilterPattern): FilterPattern =>
  typeof pattern === "string" ? parseFilterPattern(pattern) : pattern;

function filterText(
  { pattern: given }: MetricPath,
  settings: DetectionSettings,
  excluded: readonly string[],
): string | undefined {
  const pattern = typeof given === "function" ? given(settings) : given;
  if (pattern === undefined) return undefined;
  if (excluded.length > 0) return renderFilterPattern(allOf(tree(pattern), isNoneOf(SESSION_ROLE, excluded)));
  return typeof pattern === "string" ? pattern : renderFilterPattern(pattern);
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
  if (path.kind !== "metric") return path;
  const text = filterText(path, settings, excluded);
  return text === undefined ? undefined : { kind: "metric", text };
}

/** A detection as it is deployed. */
export interface PreparedDetection<Path extends PreparedPath = PreparedPath> extends Pick<
  Detection,
  "id" | "title" | "severity" | "response"
> {
  readonly path: Path;
  /** Matching events in five minutes that raise the alarm. Metric path only: a rule tells of every event. */
  readonly threshold: number;
}

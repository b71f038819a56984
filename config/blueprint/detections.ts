import type { Detection, DetectionSettings } from "../../catalogue/detection";
import { SETS_WITH_EXCLUSIONS, type DetectionSet } from "../../catalogue/alerts/detection-sets";
import { chosenFrom } from "../../catalogue/detections";
import { preparedPath, preparedTwin, type PreparedDetection, type PreparedPath } from "../../catalogue/alerts/prepare";
import type { Baseline } from "../schema/baseline";

/** A detection that the configuration lists, with what the configuration changes about it. */
export interface ListedDetection extends Detection {
  /** Set of the catalogue; none where the operator added it. */
  readonly set: DetectionSet | undefined;
  readonly threshold: number;
}

/** Matching events in five minutes that raise an alarm: one is enough, unless the configuration says otherwise. */
const THRESHOLD = 1;

/** Everything that shall be detected, each once: what is chosen from the catalogue, then what the operator added. */
export function listedDetectionsOf({
  detections,
  detectionTuning: { overrides, own },
}: Pick<Baseline, "detections" | "detectionTuning">): readonly ListedDetection[] {
  const added = own.map((detection): Detection & { readonly set: undefined } => ({ ...detection, set: undefined }));
  return [...chosenFrom(detections), ...added].map((detection) => {
    const { severity = detection.severity, threshold = THRESHOLD } = overrides[detection.id] ?? {};
    return { ...detection, severity, threshold };
  });
}

/** What patterns depend on. */
interface Prepared {
  readonly baseline: Pick<Baseline, "detectionTuning">;
  readonly detectionSettings: DetectionSettings;
}

/** Roles that a detection leaves out: of the operator's own and of the sets that allow it, never of the others. */
const excludedFrom = ({ set, path }: ListedDetection, automationRoles: readonly string[]): readonly string[] =>
  path.kind === "metric" && (set === undefined || SETS_WITH_EXCLUSIONS.includes(set)) ? automationRoles : [];

/** A listed detection with its final pattern; nothing where the configuration leaves it nothing to watch. */
export function prepared(
  detection: ListedDetection,
  { baseline, detectionSettings }: Prepared,
): PreparedDetection | undefined {
  const excluded = excludedFrom(detection, baseline.detectionTuning.automationRoles);
  const path = preparedPath(detection.path, detectionSettings, excluded);
  return path === undefined ? undefined : { ...detection, path };
}

/** Id of the event rules that a detection on the trail has beside its filter. */
const twinId = (id: string): string => `${id}-event`;

/** A listed detection by each of its paths: as it is, and by the event rules beside its filter. */
export function preparedByEachPath(detection: ListedDetection, of: Prepared): readonly PreparedDetection[] {
  const own = prepared(detection, of);
  const twin = preparedTwin(detection.path, of.detectionSettings);
  return [
    ...(own === undefined ? [] : [own]),
    ...(twin === undefined ? [] : [{ ...detection, id: twinId(detection.id), threshold: THRESHOLD, path: twin }]),
  ];
}

type DetectionBy<Kind extends PreparedPath["kind"]> = PreparedDetection<Extract<PreparedPath, { kind: Kind }>>;

/** The detections as they are deployed, by the path that they take. */
export interface DetectionsByPath {
  readonly metric: readonly DetectionBy<"metric">[];
  readonly event: readonly DetectionBy<"event">[];
  readonly finding: readonly DetectionBy<"finding">[];
}

/** Sorts the detections by the path that they take. */
export function byPath(detections: readonly PreparedDetection[]): DetectionsByPath {
  const taking = <Kind extends PreparedPath["kind"]>(kind: Kind) =>
    detections.filter((detection): detection is DetectionBy<Kind> => detection.path.kind === kind);
  return { metric: taking("metric"), event: taking("event"), finding: taking("finding") };
}

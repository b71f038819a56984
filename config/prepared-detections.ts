import { SETS_WITH_EXCLUSIONS } from "../catalogue/detection-sets";
import { preparedPath, type PreparedDetection, type PreparedPath } from "../catalogue/prepare";
import { DETECTION_SETTINGS_READ, detectionSettings } from "./detection-settings";
import { LISTED_DETECTIONS_READ, listedDetections, type ListedDetection } from "./listed-detections";
import type { Baseline } from "./schema/baseline";

/** The fields that detections and their patterns depend on. */
export const PREPARED_DETECTIONS_READ = [...LISTED_DETECTIONS_READ, ...DETECTION_SETTINGS_READ] as const;

type Read = Pick<Baseline, (typeof PREPARED_DETECTIONS_READ)[number]>;

/** Roles that a detection leaves out: of the operator's own and of the sets that allow it, never of the others. */
const excludedFrom = ({ set, path }: ListedDetection, { detectionTuning }: Read): readonly string[] =>
  path.kind === "metric" && (set === undefined || SETS_WITH_EXCLUSIONS.includes(set))
    ? detectionTuning.automationRoles
    : [];

/** A listed detection with its final pattern; nothing where the configuration leaves it nothing to watch. */
export function prepared(detection: ListedDetection, baseline: Read): PreparedDetection | undefined {
  const path = preparedPath(detection.path, detectionSettings(baseline), excludedFrom(detection, baseline));
  return path === undefined ? undefined : { ...detection, path };
}

/** The detections as they are deployed, in the order of the catalogue, the operator's own last. */
export const preparedDetections = (baseline: Read): readonly PreparedDetection[] =>
  listedDetections(baseline)
    .map((detection) => prepared(detection, baseline))
    .filter((detection) => detection !== undefined);

const takes =
  <Kind extends PreparedPath["kind"]>(kind: Kind) =>
  (detection: PreparedDetection): detection is PreparedDetection<Extract<PreparedPath, { kind: Kind }>> =>
    detection.path.kind === kind;

/** The detections that take the given path. */
export const preparedBy = <Kind extends PreparedPath["kind"]>(baseline: Read, kind: Kind) =>
  preparedDetections(baseline).filter(takes(kind));

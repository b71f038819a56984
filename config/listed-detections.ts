import type { Detection } from "../catalogue/detection";
import type { DetectionSet } from "../catalogue/detection-sets";
import { chosenFrom } from "../catalogue/detections";
import type { Baseline } from "./schema/baseline";

/** A detection that the configuration lists, with what the configuration changes about it. */
export interface ListedDetection extends Detection {
  /** Set of the catalogue; none where the operator added it. */
  readonly set: DetectionSet | undefined;
  readonly threshold: number;
}

/** The fields that say which detections there are. */
export const LISTED_DETECTIONS_READ = ["detections", "detectionTuning"] as const satisfies readonly (keyof Baseline)[];

/** Matching events in five minutes that raise an alarm: one is enough, unless the configuration says otherwise. */
const THRESHOLD = 1;

/** Everything that shall be detected: what is chosen from the catalogue, then what the operator added. */
export function listedDetections({
  detections,
  detectionTuning: { overrides, own },
}: Pick<Baseline, (typeof LISTED_DETECTIONS_READ)[number]>): readonly ListedDetection[] {
  const added = own.map((detection): Detection & { readonly set: undefined } => ({ ...detection, set: undefined }));
  return [...chosenFrom(detections), ...added].map((detection) => {
    const { severity = detection.severity, threshold = THRESHOLD } = overrides[detection.id] ?? {};
    return { ...detection, severity, threshold };
  });
}

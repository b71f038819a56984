import { unproven } from "../../catalogue/detection-judge";
import { PREPARED_DETECTIONS_READ, prepared } from "../prepared-detections";
import { checkInPartition } from "./check";

/**
 * The operator's own detections are proven as the catalogue's are: by the evaluators, under both readings, and with
 * the automation roles left out as they are when deployed.
 */
export const ownDetectionsAreProven = checkInPartition(PREPARED_DETECTIONS_READ, (baseline) =>
  baseline.detectionTuning.own.flatMap((detection, index) => {
    const path = prepared({ ...detection, set: undefined, threshold: 1 }, baseline)?.path;
    if (path === undefined) return [];
    return unproven(detection, path).map((place) => ({
      where: `detectionTuning.own[${index}].${place}`,
      rule: place.startsWith("fires")
        ? "be an event on which the pattern fires, whatever != means for an absent field"
        : "be an event on which the pattern stays quiet, whatever != means for an absent field",
      got: detection.id,
    }));
  }),
);

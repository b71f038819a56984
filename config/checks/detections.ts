import { DETECTION_SETS } from "../../catalogue/detection-sets";
import { DETECTION_IDS } from "../../catalogue/detections";
import { unproven } from "../../catalogue/detection-judge";
import { prepared } from "../blueprint";
import { fieldPath } from "../report/problem";
import type { Check } from "./check";

/** Ids are part of addresses: two detections never share one. */
export const ownDetectionsHaveTheirId: Check = ({ baseline }) => {
  const taken: readonly string[] = [...DETECTION_IDS, ...Object.keys(DETECTION_SETS)];
  const ids = baseline.detectionTuning.own.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    taken.includes(id) || ids.indexOf(id) < index
      ? [
          {
            where: `detectionTuning.own[${index}].id`,
            rule: "be an id that no other detection or set has",
            got: id,
          },
        ]
      : [],
  );
};

/** An override changes something that is there. */
export const overridesChangeSomething: Check = ({ baseline, listedDetections }) => {
  const ids = listedDetections.map(({ id }) => id);
  return Object.keys(baseline.detectionTuning.overrides)
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      where: fieldPath(["detectionTuning", "overrides", id]),
      rule: "be left out: detections does not list it",
      got: id,
    }));
};

/** A threshold counts what is on the trail. */
export const thresholdsCountSomething: Check = ({ baseline, listedDetections }) =>
  listedDetections
    .filter(({ path }) => path.kind !== "metric")
    .map(({ id }) => ({
      where: fieldPath(["detectionTuning", "overrides", id, "threshold"]),
      rule: "be left out: it comes by an event rule, which tells of every event",
      got: baseline.detectionTuning.overrides[id]?.threshold,
    }))
    .filter(({ got }) => got !== undefined);

/**
 * The operator's own detections are proven as the catalogue's are: by the evaluators, under both readings, and with
 * the automation roles left out as they are when deployed.
 */
export const ownDetectionsAreProven: Check = (blueprint) =>
  blueprint.baseline.detectionTuning.own.flatMap((detection, index) => {
    const path = prepared({ ...detection, set: undefined, threshold: 1 }, blueprint)?.path;
    if (path === undefined) return [];
    return unproven(detection, path).map((place) => ({
      where: `detectionTuning.own[${index}].${place}`,
      rule: place.startsWith("fires")
        ? "be an event on which the pattern fires, whatever != means for an absent field"
        : "be an event on which the pattern stays quiet, whatever != means for an absent field",
      got: detection.id,
    }));
  });

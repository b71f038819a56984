import { DETECTION_SETS } from "../../catalogue/detection-sets";
import { DETECTION_IDS, DETECTIONS } from "../../catalogue/detections";
import { fieldPath } from "../problem";
import { LISTED_DETECTIONS_READ, listedDetections } from "../listed-detections";
import { check } from "./check";

/** What a set has needs no line of its own. */
export const detectionsAreListedOnce = check(["detections"], ({ detections }) =>
  detections.flatMap((choice, index) => {
    const set = DETECTIONS.find(({ id }) => id === choice)?.set;
    return set !== undefined && detections.includes(set)
      ? [{ where: `detections[${index}]`, rule: `be left out: the set "${set}" has it`, got: choice }]
      : [];
  }),
);

/** Ids are part of addresses: two detections never share one. */
export const ownDetectionsHaveTheirId = check(["detectionTuning"], ({ detectionTuning: { own } }) => {
  const taken: readonly string[] = [...DETECTION_IDS, ...Object.keys(DETECTION_SETS)];
  const ids = own.map(({ id }) => id);
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
});

/** An override changes something that is there. */
export const overridesChangeSomething = check(LISTED_DETECTIONS_READ, (baseline) => {
  const ids = listedDetections(baseline).map(({ id }) => id);
  return Object.keys(baseline.detectionTuning.overrides)
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      where: fieldPath(["detectionTuning", "overrides", id]),
      rule: "be left out: detections does not list it",
      got: id,
    }));
});

/** A threshold counts what is on the trail. */
export const thresholdsCountSomething = check(LISTED_DETECTIONS_READ, (baseline) =>
  listedDetections(baseline)
    .filter(({ path }) => path.kind !== "metric")
    .map(({ id }) => ({
      where: fieldPath(["detectionTuning", "overrides", id, "threshold"]),
      rule: "be left out: it comes by an event rule, which tells of every event",
      got: baseline.detectionTuning.overrides[id]?.threshold,
    }))
    .filter(({ got }) => got !== undefined),
);

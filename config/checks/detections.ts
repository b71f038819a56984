import { DETECTION_SETS, type DetectionSet } from "../../catalogue/alerts/detection-sets";
import { DETECTION_IDS } from "../../catalogue/detections";
import { unproven } from "../../catalogue/alerts/detection-judge";
import { prepared } from "../blueprint";
import { fieldPath } from "../report/problem";
import { found, type Check } from "./check";

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

/** Sets of which nobody may be spared a message: what root does, and what would blind us. */
const LOUD: readonly (DetectionSet | undefined)[] = ["root", "guardduty-root", "blinding"];

/** One line of configuration does not silence what nobody is excluded from. */
export const overridesSilenceNothing: Check = ({ baseline, listedDetections }) =>
  listedDetections
    .filter(({ set }) => LOUD.includes(set))
    .flatMap(({ id, set, path }) => {
      const { severity, threshold } = baseline.detectionTuning.overrides[id] ?? {};
      const where = (field: string) => fieldPath(["detectionTuning", "overrides", id, field]);
      return found(
        severity === "record" && {
          where: where("severity"),
          rule: `be a severity that people read: ${id} belongs to ${set}, of which somebody must hear`,
          got: severity,
        },
        path.kind === "metric" &&
          threshold !== undefined &&
          threshold > 1 && {
            where: where("threshold"),
            rule: `be left out: ${id} belongs to ${set}, where one event is enough`,
            got: threshold,
          },
      );
    });

/** Whoever holds a break-glass role opens root sessions: what it does is told, whoever calls it automation. */
export const breakGlassIsNoAutomation: Check = ({ baseline, detectionSettings }) =>
  baseline.detectionTuning.automationRoles.flatMap((role, index) =>
    found(
      detectionSettings.breakGlassRoles.some((each) => each.toLowerCase() === role.toLowerCase()) && {
        where: `detectionTuning.automationRoles[${index}]`,
        rule: "be left out: it is a break-glass role, and each of its root sessions is told",
        got: role,
      },
    ),
  );

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

import { DETECTIONS } from "../catalogue/detections";
import { SEVERITIES, type Severity } from "../catalogue/severities";
import type { Baseline } from "./schema/baseline";

/** Severities that a chosen detection has, the most urgent first. Each has a topic. */
export function severitiesInUse({ detections }: Pick<Baseline, "detections">): readonly Severity[] {
  const used = DETECTIONS.filter(({ id }) => detections.includes(id)).map(({ severity }) => severity);
  return SEVERITIES.filter((severity) => used.includes(severity));
}

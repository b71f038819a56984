import { SEVERITIES, type Severity } from "../catalogue/severities";
import { LISTED_DETECTIONS_READ, listedDetections } from "./listed-detections";
import type { Baseline } from "./schema/baseline";

/** Severities that a listed detection has, the most urgent first. Each has a topic. */
export function severitiesInUse(
  baseline: Pick<Baseline, (typeof LISTED_DETECTIONS_READ)[number]>,
): readonly Severity[] {
  const used = listedDetections(baseline).map(({ severity }) => severity);
  return SEVERITIES.filter((severity) => used.includes(severity));
}

import { fieldPath } from "../report/problem";
import type { Check } from "./check";

/** Agents are a part of Runtime Monitoring. */
export const agentsHaveTheirFeature: Check = ({ baseline: { threatDetection } }) =>
  threatDetection.mode === "create" &&
  threatDetection.runtimeAgents.length > 0 &&
  !threatDetection.features.includes("RUNTIME_MONITORING")
    ? [
        {
          where: "threatDetection.runtimeAgents",
          rule: 'be empty unless threatDetection.features contains "RUNTIME_MONITORING", which installs the agents',
          got: threatDetection.runtimeAgents,
        },
      ]
    : [];

/**
 * An exception is made from something that is sent: in a Region in which GuardDuty is, or is about to leave. Whether the
 * plan was chosen plays no part: one that is off is sent as well.
 */
export const exceptionsAreFromSomething: Check = ({ baseline, detectedRegions, emptiedRegions }) => {
  const { threatDetection } = baseline;
  if (threatDetection.mode !== "create") return [];
  return Object.keys(threatDetection.unavailableFeatures)
    .filter((region) => ![...detectedRegions, ...emptiedRegions].includes(region))
    .map((region) => ({
      where: fieldPath(["threatDetection", "unavailableFeatures", region]),
      rule: "be left out: regions does not govern it",
      got: region,
    }));
};

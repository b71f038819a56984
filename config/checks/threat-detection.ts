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

/** An exception is made from something: a governed Region, and a feature that is chosen. */
export const exceptionsAreFromSomething: Check = ({ baseline: { threatDetection }, governedRegions }) => {
  if (threatDetection.mode !== "create") return [];
  const path = ["threatDetection", "unavailableFeatures"];
  return Object.entries(threatDetection.unavailableFeatures).flatMap(([region, features]) => [
    ...(governedRegions.includes(region)
      ? []
      : [{ where: fieldPath([...path, region]), rule: "be left out: regions does not govern it", got: region }]),
    ...features
      .map((feature, index) => ({
        where: fieldPath([...path, region, index]),
        rule: "be left out: threatDetection.features does not choose it",
        got: feature,
      }))
      .filter(({ got }) => !threatDetection.features.includes(got)),
  ]);
};

import type { Arrival } from "../../catalogue/detection";
import type { Baseline } from "../schema/baseline";
import type { DetectionsByPath } from "./detections";

/** An account and a Region in which a stack has event rules, and with them a queue of what they could not deliver. */
export interface RulePlace {
  readonly stack: "alarms" | "threat-detection";
  readonly account: Arrival["account"];
  readonly region: string;
}

/** What places depend on. */
interface Asked {
  readonly baseline: Pick<Baseline, "alerting">;
  readonly homeRegion: string;
  readonly arrivalRegions: Readonly<Record<Arrival["region"], readonly string[]>>;
  readonly detectedRegions: readonly string[];
  readonly detectionsByPath: DetectionsByPath;
  readonly securityForwards: boolean;
}

/** On the alert bus, on the second channel's, and where calls arrive outside of the governed Regions. */
function ofAlarms({ baseline, homeRegion, arrivalRegions, detectionsByPath }: Asked): readonly RulePlace[] {
  const at = (account: Arrival["account"], region: string) => ({ stack: "alarms", account, region }) as const;
  const { event, finding } = detectionsByPath;
  const arrivals = event.flatMap(({ path }) => path.arrives).filter(({ region }) => region !== "governed");
  return [
    ...(event.length + finding.length === 0 ? [] : [at("management", homeRegion)]),
    ...(baseline.alerting.secondChannel === undefined ? [] : [at("security", homeRegion)]),
    ...arrivals
      .filter(({ account }) => account === "management")
      .flatMap(({ region }) => arrivalRegions[region].map((each) => at("management", each))),
  ];
}

/** Where findings arrive, and calls that the alarms stack does not forward. */
function ofThreatDetection(asked: Asked): readonly RulePlace[] {
  const { arrivalRegions, detectedRegions, detectionsByPath, securityForwards } = asked;
  if (!securityForwards) return [];
  const at = (account: Arrival["account"], region: string) => ({ stack: "threat-detection", account, region }) as const;
  const { event, finding } = detectionsByPath;
  const calls = event.flatMap(({ path: { arrives } }) => {
    const regionsOf = (of: readonly Arrival[]) => of.flatMap(({ region }) => arrivalRegions[region]);
    const ours = arrives.filter(({ account }) => account === "management");
    const taken = regionsOf(ours.filter(({ region }) => region !== "governed"));
    return [
      ...regionsOf(arrives.filter(({ account }) => account === "security")).map((region) => at("security", region)),
      ...regionsOf(ours).flatMap((region) => (taken.includes(region) ? [] : [at("management", region)])),
    ];
  });
  return [...(finding.length === 0 ? [] : detectedRegions.map((region) => at("security", region))), ...calls];
}

/** Every place in which a stack has event rules, once. */
export const rulePlacesOf = (asked: Asked): readonly RulePlace[] => [
  ...new Map(
    [...ofAlarms(asked), ...ofThreatDetection(asked)].map(
      (place) => [`${place.stack} ${place.account} ${place.region}`, place] as const,
    ),
  ).values(),
];

import { nameOfArn } from "../../organization/arn";
import type { DetectorFacts, OrganizationDetectionFacts } from "../../organization/detectors";
import type { RegionFacts, ThreatDetectionFacts } from "../../organization/threat-detection";
import { line, listed } from "./lines";

const detectorText = (owner: string, detector: DetectorFacts | undefined): string =>
  `${owner} ${detector?.status === "ENABLED" ? "on" : "OFF"}`;

/** Optional plans that members get. */
const plansOf = (organization: OrganizationDetectionFacts | undefined): readonly string[] =>
  (organization?.features ?? []).filter(({ autoEnable }) => autoEnable !== "NONE").map(({ name }) => name);

function regionLines({ region, administrators, management, security, organization, forwardRules }: RegionFacts) {
  const targets = [...new Set(forwardRules.flatMap((rule) => rule.targets.map(({ arn }) => nameOfArn(arn))))];
  return [
    line(
      region,
      [
        detectorText("management", management),
        detectorText("security", security),
        `members ${organization?.autoEnableMembers ?? "NOT ENABLED"}`,
        `administered by ${listed(administrators, "NOBODY")}`,
      ].join(", "),
    ),
    line("", `optional plans: ${listed(plansOf(organization), "none")}; root findings → ${listed(targets, "NOWHERE")}`),
  ];
}

export const showThreatDetection = ({ regions }: ThreatDetectionFacts): readonly string[] =>
  regions.flatMap(regionLines);

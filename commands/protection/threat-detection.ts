import { nameOfArn } from "../../organization/services/arn";
import type { DetectorFacts, OrganizationDetectionFacts } from "../../organization/services/detectors";
import type { RegionParts, ThreatDetectionParts } from "../../organization/threat-detection";
import { together, type Reading } from "../../organization/clients/reading";
import { line, listed, read } from "./lines";

const detectorText = (owner: string, detector: DetectorFacts | undefined): string =>
  `${owner} ${detector?.status === "ENABLED" ? "on" : "OFF"}`;

/** Optional plans that members get. */
const plansOf = (organization: OrganizationDetectionFacts | undefined): readonly string[] =>
  (organization?.features ?? []).filter(({ autoEnable }) => autoEnable !== "NONE").map(({ name }) => name);

const onLine = <T>(region: string, reading: Reading<T>, text: (value: T) => string): readonly string[] =>
  read(region, reading, (value) => [line(region, text(value))]);

const regionLines = ({ region, administrators, management, security, organization, forwardRules }: RegionParts) => [
  ...onLine(region, together(management, security, organization, administrators), ([ours, theirs, members, admins]) =>
    [
      detectorText("management", ours),
      detectorText("security", theirs),
      `members ${members?.autoEnableMembers ?? "NOT ENABLED"}`,
      `administered by ${listed(admins, "NOBODY")}`,
    ].join(", "),
  ),
  ...onLine("", together(organization, forwardRules), ([members, rules]) => {
    const targets = [...new Set(rules.flatMap((rule) => rule.targets.map(({ arn }) => nameOfArn(arn))))];
    return `optional plans: ${listed(plansOf(members), "none")}; root findings → ${listed(targets, "NOWHERE")}`;
  }),
];

export const showThreatDetection = ({ regions }: ThreatDetectionParts): readonly string[] =>
  regions.flatMap(regionLines);

import type { Blueprint } from "../../config";
import type { DetectorFacts, OrganizationDetectionFacts } from "../../organization/services/detectors";
import type { MemberFacts } from "../../organization/protection";
import { together } from "../../organization/clients/reading";
import type { Snapshot } from "../../organization/tree/snapshot";
import type { Control } from "../control";
import { accountText, applied, gap, inForce, judged, must, type Finding } from "../item";
import { readingOfNone } from "../none";

const APPLY = applied("threat-detection");

const judgeDetector = (of: string, detector: DetectorFacts | undefined): Finding =>
  must(
    of,
    detector?.status === "ENABLED",
    "watched",
    detector === undefined ? "no detector" : "the detector is suspended",
    APPLY,
  );

/** Every active account but the administrator's own. */
function judgeMembers(
  of: string,
  [{ accounts }, members]: readonly [Snapshot, readonly MemberFacts[]],
  { accounts: { security } }: Blueprint,
): Finding {
  const wanted = accounts.filter(({ id, status }) => status === "ACTIVE" && id !== security.id);
  const missing = wanted.filter(
    ({ id }) => !members.some(({ account, status }) => account === id && status === "Enabled"),
  );
  const count = `${wanted.length - missing.length} of ${wanted.length} active accounts are watched`;
  return missing.length === 0
    ? inForce(of, count)
    : gap(of, `${count}, not ${missing.map(accountText).join(", ")}`, APPLY);
}

const judgeNew = (of: string, organization: OrganizationDetectionFacts | undefined): Finding => {
  const members = organization?.autoEnableMembers ?? "not set";
  return must(of, members === "ALL", "watched from the first day", `auto-enable is ${members}`, APPLY);
};

function judgeAdministrator(of: string, found: readonly string[], { accounts: { security } }: Blueprint): Finding {
  const isOurs = found.length === 1 && found[0] === security.id;
  return must(of, isOurs, security.id, found.length === 0 ? "nobody" : found.join(", "), APPLY);
}

export const threatDetection: Control = {
  id: "threat-detection",
  title: "GuardDuty watches every account in every governed Region",
  matters: "GuardDuty tells of root credentials in use, and of what an attacker does in a Region that nobody looks at.",
  checklist: 6,
  references: [
    { source: "AWS Security Hub", control: "GuardDuty.1" },
    { source: "Prowler", control: "guardduty_is_enabled" },
  ],
  reads: [
    "guardduty:ListDetectors",
    "guardduty:GetDetector",
    "guardduty:ListMembers",
    "guardduty:ListOrganizationAdminAccounts",
    "guardduty:DescribeOrganizationConfiguration",
  ],
  judge: ({ live, blueprint }) =>
    blueprint.governedRegions.flatMap((region) => {
      const of = (what: string) => `${region}: ${what}`;
      const parts = live.threatDetection.regions.find((each) => each.region === region);
      const members = live.members.find((each) => each.region === region)?.members ?? readingOfNone(region);
      if (parts === undefined) return judged(region, readingOfNone(region), () => []);
      return [
        ...judged(of("administrator"), parts.administrators, (found) => [
          judgeAdministrator(of("administrator"), found, blueprint),
        ]),
        ...judged(of("management account"), parts.management, (detector) => [
          judgeDetector(of("management account"), detector),
        ]),
        ...judged(of("security account"), parts.security, (detector) => [
          judgeDetector(of("security account"), detector),
        ]),
        ...judged(of("members"), together(live.snapshot, members), (both) => [
          judgeMembers(of("members"), both, blueprint),
        ]),
        ...judged(of("new accounts"), parts.organization, (organization) => [
          judgeNew(of("new accounts"), organization),
        ]),
      ];
    }),
};

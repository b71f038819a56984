import { asRead, AT } from "../../organization/as-read";
import { showThreatDetection } from "../../../commands/protection/threat-detection";
import type { RegionFacts } from "../../../organization/threat-detection";

const BUS_ARN = "arn:aws:events:us-east-1:111111111111:event-bus/org-baseline-alerts";
const detector = (status: string) => ({ id: "1", status, features: [] });

const EU = {
  region: "eu-west-1",
  administrators: ["222222222222"],
  management: detector("ENABLED"),
  security: detector("ENABLED"),
  organization: {
    autoEnableMembers: "ALL",
    features: [
      { name: "S3_DATA_EVENTS", autoEnable: "ALL", agents: [] },
      { name: "EKS_AUDIT_LOGS", autoEnable: "NONE", agents: [] },
    ],
  },
  forwardRules: [
    {
      account: "222222222222",
      region: "eu-west-1",
      name: "f",
      bus: "default",
      state: "ENABLED",
      targets: [{ arn: BUS_ARN }],
    },
  ],
};

const NOTHING = { management: undefined, security: undefined, organization: undefined };

const shown = ({ region, ...facts }: RegionFacts) =>
  showThreatDetection({
    regions: [{ region, ...asRead<Omit<RegionFacts, "region">>({ ...NOTHING, ...facts }) }],
    forwardRole: { at: AT, value: undefined },
  });

test("each Region: detectors, members, administrator, plans, and where findings go", () => {
  expect(shown(EU)).toEqual([
    "  eu-west-1           management on, security on, members ALL, administered by 222222222222",
    "                      optional plans: S3_DATA_EVENTS; root findings → org-baseline-alerts",
  ]);
});

test("a Region that nobody watches is loud", () => {
  const dark = { region: "eu-west-1", administrators: [], management: detector("DISABLED"), forwardRules: [] };
  expect(shown(dark)).toEqual([
    "  eu-west-1           management OFF, security OFF, members NOT ENABLED, administered by NOBODY",
    "                      optional plans: none; root findings → NOWHERE",
  ]);
});

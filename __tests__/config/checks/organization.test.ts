import { accepts, refuses } from "../expectations";

const NEEDED = ["iam.amazonaws.com", "cloudtrail.amazonaws.com", "guardduty.amazonaws.com"];

const owned = (trustedAccess: readonly string[], policyTypes: readonly string[] = ["SERVICE_CONTROL_POLICY"]) => ({
  organization: { mode: "owned", id: "o-exampleorgid", trustedAccess, policyTypes },
});

describe("an owned organization", () => {
  accepts([
    ["what the baseline needs", owned(NEEDED)],
    ["no policy type where no guardrail is attached", { ...owned(NEEDED, []), "guardrails.attach": [] }],
  ]);
  refuses([
    [
      "trusted access without what the baseline needs",
      owned([]),
      [
        'organization.trustedAccess must contain "iam.amazonaws.com": what is not listed is switched off, and centralized root access depends on it, got []',
        'organization.trustedAccess must contain "cloudtrail.amazonaws.com": what is not listed is switched off, and the organization trail stops recording members without it, got []',
        'organization.trustedAccess must contain "guardduty.amazonaws.com": what is not listed is switched off, and GuardDuty\'s delegation depends on it, got []',
      ],
    ],
    [
      "malware protection without its trusted access",
      { ...owned(NEEDED), threatDetection: { mode: "create", features: ["EBS_MALWARE_PROTECTION"] } },
      [
        'organization.trustedAccess must contain "malware-protection.guardduty.amazonaws.com": what is not listed is switched off, and EBS_MALWARE_PROTECTION scans through it, got ["iam.amazonaws.com","cloudtrail.amazonaws.com","guardduty.amazonaws.com"]',
      ],
    ],
    [
      "guardrails without their policy type",
      owned(NEEDED, ["TAG_POLICY"]),
      [
        'organization.policyTypes must contain "SERVICE_CONTROL_POLICY", because guardrails.attach attaches such policies, got ["TAG_POLICY"]',
      ],
    ],
  ]);
});

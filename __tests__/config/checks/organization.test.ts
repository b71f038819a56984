import { PolicyType } from "@aws-sdk/client-organizations";
import { NEWER_POLICY_TYPES, POLICY_TYPES } from "../../../catalogue/aws/policy-types";
import { accepts, refuses } from "../expectations";

const NEEDED = ["iam.amazonaws.com", "cloudtrail.amazonaws.com", "guardduty.amazonaws.com"];

const owned = (trustedAccess: readonly string[], policyTypes: readonly string[] = ["SERVICE_CONTROL_POLICY"]) => ({
  organization: { mode: "owned", id: "o-exampleorgid", trustedAccess, policyTypes },
});

describe("an owned organization", () => {
  accepts([
    ["what the baseline needs", owned(NEEDED)],
    [
      "policy types that 5.100 does not know, and one that nobody knows yet, in the form for provider 6",
      {
        ...owned(NEEDED, ["SERVICE_CONTROL_POLICY", ...NEWER_POLICY_TYPES, "MOON_LANDING_POLICY"]),
        "terraform.awsProvider": "6",
      },
    ],
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
      "a policy type that no provider 5.100 can own, in the portable form",
      owned(NEEDED, ["SERVICE_CONTROL_POLICY", "SECURITYHUB_POLICY"]),
      [
        'organization.policyTypes[1] must be a type that AWS provider 5.100 knows, because the portable form cannot own an organization with another: set terraform.awsProvider to "6" (docs/runbooks/changes.md says how), or organization.mode to "existing", got "SECURITYHUB_POLICY"',
      ],
    ],
    [
      "what is no policy type, in either form",
      { ...owned(NEEDED, ["SERVICE_CONTROL_POLICY", "scp"]), "terraform.awsProvider": "6" },
      ['organization.policyTypes[1] must be a policy type of AWS such as SERVICE_CONTROL_POLICY, got "scp"'],
    ],
    [
      "guardrails without their policy type",
      owned(NEEDED, ["TAG_POLICY"]),
      [
        'organization.policyTypes must contain "SERVICE_CONTROL_POLICY", because guardrails.attach attaches such policies, got ["TAG_POLICY"]',
      ],
    ],
    [
      "resource control policies of the catalogue without their type",
      { ...owned(NEEDED), "guardrails.attach": [{ id: "deny-root-sign-in", targets: ["root"] }] },
      [
        'organization.policyTypes must contain "RESOURCE_CONTROL_POLICY", because guardrails.attach attaches such policies, got ["SERVICE_CONTROL_POLICY"]',
      ],
    ],
  ]);
});

test("the register of policy types holds all that the AWS SDK knows, and no other", () =>
  expect([...POLICY_TYPES, ...NEWER_POLICY_TYPES].sort()).toEqual(Object.values(PolicyType).sort()));

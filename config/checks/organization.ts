import { POLICY_TYPES } from "../../catalogue/aws/policy-types";
import type { Check } from "./check";

/** Service principals that the baseline cannot do without, and why. */
const NEEDED: readonly { readonly principal: string; readonly why: string }[] = [
  { principal: "iam.amazonaws.com", why: "centralized root access depends on it" },
  { principal: "cloudtrail.amazonaws.com", why: "the organization trail stops recording members without it" },
  { principal: "guardduty.amazonaws.com", why: "GuardDuty's delegation depends on it" },
];

const MALWARE_PROTECTION = {
  principal: "malware-protection.guardduty.amazonaws.com",
  why: "EBS_MALWARE_PROTECTION scans through it",
};

/** An owned organization switches off what it does not list, so it lists at least what the baseline needs. */
export const trustedAccessIsComplete: Check = ({ baseline: { organization, threatDetection } }) => {
  if (organization.mode !== "owned") return [];
  const scans = threatDetection.mode === "create" && threatDetection.features.includes("EBS_MALWARE_PROTECTION");
  return [...NEEDED, ...(scans ? [MALWARE_PROTECTION] : [])]
    .filter(({ principal }) => !organization.trustedAccess.includes(principal))
    .map(({ principal, why }) => ({
      where: "organization.trustedAccess",
      rule: `contain "${principal}": what is not listed is switched off, and ${why}`,
      got: organization.trustedAccess,
    }));
};

/** A policy is attached only where its type is enabled. */
export const policyTypeIsEnabled: Check = ({ baseline: { organization }, attachments }) => {
  if (organization.mode !== "owned") return [];
  return [...new Set(attachments.map(({ type }) => type))]
    .filter((type) => !organization.policyTypes.includes(type))
    .map((type) => {
      const ofCatalogue = attachments.some((attachment) => attachment.type === type && attachment.source !== "team");
      return {
        where: "organization.policyTypes",
        rule: `contain "${type}", because ${ofCatalogue ? "guardrails.attach" : "guardrails.files"} attaches such policies`,
        got: organization.policyTypes,
      };
    });
};

/** The portable form is valid on provider 5.100, which refuses the types that it does not know. */
export const policyTypesCanBeOwned: Check = ({ baseline: { organization, terraform } }) => {
  if (organization.mode !== "owned" || terraform.awsProvider !== "portable") return [];
  return organization.policyTypes.flatMap((type, index) =>
    POLICY_TYPES.includes(type)
      ? []
      : [
          {
            where: `organization.policyTypes[${index}]`,
            rule: 'be a type that AWS provider 5.100 knows, because the portable form cannot own an organization with another: set terraform.awsProvider to "6" (docs/runbooks/changes.md says how), or organization.mode to "existing"',
            got: type,
          },
        ],
  );
};

import {
  controlTowerOrganization,
  existingOrganization,
  type OrganizationSeed,
} from "../../../emulator/organization-seed";

type Settings = OrganizationSeed["organization"];

/** The existing organization with other settings. */
export const organizationWith = (changes: Partial<Settings>): OrganizationSeed => ({
  ...existingOrganization,
  organization: { ...existingOrganization.organization, ...changes },
});

/** Services with trusted access in the existing organization, but one, as Terraform lists them. */
export const trustedAccessWithout = (principal?: string): readonly string[] =>
  (existingOrganization.organization.trustedAccess ?? []).filter((other) => other !== principal).sort();

type Trail = NonNullable<OrganizationSeed["trails"]>[number];

/** Control Tower's organization with another trail. */
export const controlTowerWithTrail = (changes: Partial<Trail>): OrganizationSeed => ({
  ...controlTowerOrganization,
  trails: (controlTowerOrganization.trails ?? []).map((trail) => ({ ...trail, ...changes })),
});

/** The existing organization with so many policies of a team on one target. */
export const withPolicies = (count: number, target: string): OrganizationSeed => ({
  ...existingOrganization,
  policies: Array.from({ length: count }, (_, index) => ({
    name: `team-policy-${index + 1}`,
    content: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "aws-portal:*", Resource: "*" }] },
    targets: [target],
  })),
});

import type { RootTaskId } from "../../../catalogue/root-tasks";
import { existingOrganization, type OrganizationSeed } from "../../../emulator/organization-seed";

/** The existing organization with central root access and the break-glass roles of these tasks, as a deployment leaves it. */
export const withBreakGlass = (...tasks: readonly RootTaskId[]): OrganizationSeed => ({
  ...existingOrganization,
  organization: {
    ...existingOrganization.organization,
    trustedAccess: [...(existingOrganization.organization.trustedAccess ?? []), "iam.amazonaws.com"],
    rootFeatures: ["RootCredentialsManagement", "RootSessions"],
    delegatedAdministrators: [
      ...(existingOrganization.organization.delegatedAdministrators ?? []),
      { accountId: "222222222222", servicePrincipal: "iam.amazonaws.com" },
    ],
  },
  roles: [
    ...(existingOrganization.roles ?? []),
    ...tasks.map((task) => ({ accountId: "222222222222", name: `org-baseline-break-glass-${task}` })),
  ],
});

import type { RootTaskId } from "../../../catalogue/aws/root-tasks";
import type { OrganizationSeed } from "../../../emulator/organization-seed";

const SECURITY = "222222222222";

/** An organization with central root access and the break-glass roles of these tasks, as a deployment leaves it. */
export const withBreakGlass = (seed: OrganizationSeed, ...tasks: readonly RootTaskId[]): OrganizationSeed => ({
  ...seed,
  organization: {
    ...seed.organization,
    rootFeatures: ["RootCredentialsManagement", "RootSessions"],
    delegatedAdministrators: [{ accountId: SECURITY, servicePrincipal: "iam.amazonaws.com" }],
  },
  roles: tasks.map((task) => ({ accountId: SECURITY, name: `org-baseline-break-glass-${task}` })),
});

import { existingOrganization, type OrganizationSeed } from "./organization-seed";

const account = (id: string, name: string, ou: string) => ({ id, name, email: `${name}@example.com`, ou });

/**
 * The same organization with accounts that were taken over with their root credentials: a password, old keys and used
 * ones, MFA of every kind, a certificate; one is suspended, one is not active yet, one throttles, and one denies
 * its root user everything. Two more were invited and have not joined.
 */
export const inheritedOrganization: OrganizationSeed = {
  ...existingOrganization,
  accounts: [
    ...existingOrganization.accounts,
    account("777777777701", "acquired-shop", "Workloads/Prod"),
    account("777777777702", "acquired-erp", "Workloads/Prod"),
    account("777777777703", "acquired-bank", "Workloads/Prod"),
    { ...account("777777777704", "acquired-lab", "Sandbox"), status: "SUSPENDED" },
    account("777777777705", "busy-billing", "Workloads/Prod"),
    account("777777777706", "locked-down", "Sandbox"),
    { ...account("777777777707", "just-created", "Sandbox"), status: "PENDING_ACTIVATION" },
  ],
  invitations: [
    { accountId: "777777777708" },
    { email: "root@subsidiary.example.com" },
    { accountId: "777777777709", state: "DECLINED" },
  ],
  rootCredentials: [
    ...(existingOrganization.rootCredentials ?? []),
    {
      accountId: "777777777701",
      password: true,
      passwordUsedDaysAgo: 400,
      accessKeys: [{ createdDaysAgo: 2_000, usedDaysAgo: 1_500 }],
      mfaDevices: ["virtual"],
    },
    {
      accountId: "777777777702",
      accessKeys: [
        { createdDaysAgo: 900, usedDaysAgo: 3 },
        { createdDaysAgo: 1_200, inactive: true },
      ],
      signingCertificates: 1,
    },
    { accountId: "777777777703", password: true, passwordUsedDaysAgo: 30, mfaDevices: ["hardware", "passkey"] },
    { accountId: "777777777705", password: true },
    { accountId: "777777777706", password: true, denied: true },
  ],
  throttlingAccounts: ["777777777705"],
};

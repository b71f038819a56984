import { DescribeOrganizationCommand, type OrganizationsClient } from "@aws-sdk/client-organizations";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { Baseline } from "../../config/index";
import type { Clients } from "./clients";
import { WrongOrganization } from "./refusals";

/**
 * Refuses the credentials of another account than the configured management account, and an organization of another id
 * or another management account: what is read of the wrong organization would look like an answer about the right one.
 */
export async function checkOrganization(
  clients: Clients,
  { accounts, organization }: Pick<Baseline, "accounts" | "organization">,
): Promise<void> {
  const { id } = accounts.management;
  const { sts, organizations } = clients.at(id);
  const { Account = "no account" } = await sts().send(new GetCallerIdentityCommand({}));
  if (Account !== id)
    throw new WrongOrganization(
      "the AWS credentials",
      `belong to the management account ${id} (accounts.management.id)`,
      `credentials of ${Account}`,
    );
  await checkIsConfigured(organizations(), { accounts, organization });
}

/** Refuses an organization of another id or another management account. Every account may ask of which one it is. */
export async function checkIsConfigured(
  client: OrganizationsClient,
  { accounts, organization }: Pick<Baseline, "accounts" | "organization">,
): Promise<void> {
  const { id } = accounts.management;
  const { Organization } = await client.send(new DescribeOrganizationCommand({}));
  if (Organization?.Id !== organization.id)
    throw new WrongOrganization(
      "the organization that answers",
      `be ${organization.id} (organization.id)`,
      Organization?.Id ?? "none",
    );
  // `MasterAccountId` is the API's word for the management account.
  if (Organization.MasterAccountId !== id)
    throw new WrongOrganization(
      `the management account of ${organization.id}`,
      `be ${id} (accounts.management.id)`,
      Organization.MasterAccountId ?? "none",
    );
}

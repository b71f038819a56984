import { GetAlternateContactCommand } from "@aws-sdk/client-account";
import { ListBucketsCommand } from "@aws-sdk/client-s3";
import type { Clients } from "../../../organization";
import { unlessAbsent } from "../../../organization/clients/absent";
import { readRoles } from "../../../organization/services/roles";

/** What an account holds in no Region: roles, buckets and the security contact. */
export async function accountState(clients: Clients, id: string) {
  const { iam, s3, account } = clients.at(id);
  const [roles, { Buckets = [] }, contact] = await Promise.all([
    readRoles(iam(), ""),
    s3().send(new ListBucketsCommand({})),
    unlessAbsent(
      ["ResourceNotFoundException"],
      account().send(new GetAlternateContactCommand({ AlternateContactType: "SECURITY" })),
    ),
  ]);
  return { roles, buckets: Buckets.map(({ Name }) => Name).sort(), securityContact: contact?.AlternateContact };
}

import type { Baseline } from "../../config/index";
import { Clients } from "../clients/clients";
import { checkOrganization } from "../clients/identity";
import type { LiveOrganization } from "./live-organization";
import { readPolicies } from "./policies";
import { OrganizationTree } from "./tree";

/**
 * The organization of the caller's credentials, which must be the configured one. Needs sts:GetCallerIdentity,
 * organizations:List* and organizations:Describe*, nothing else.
 */
export async function awsOrganization(baseline: Baseline, clients = new Clients(baseline)): Promise<LiveOrganization> {
  await checkOrganization(clients, baseline);
  const client = clients.at(baseline.accounts.management.id).organizations();
  const tree = new OrganizationTree(client);
  return {
    policies: () => readPolicies(client, tree, ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]),
    pathTo: (account) => tree.pathToAccount(account),
    accountsNamed: (name) => tree.accountsNamed(name),
  };
}

import {
  DescribePolicyCommand,
  type OrganizationsClient,
  paginateListPolicies,
  paginateListTargetsForPolicy,
  type PolicySummary,
  type PolicyTargetSummary,
} from "@aws-sdk/client-organizations";
import { configuredName, type LivePolicy, type LivePolicyType, type PolicyTarget } from "./live-organization";
import { everything } from "./pages";
import type { OrganizationTree } from "./tree";

async function readTarget(tree: OrganizationTree, target: PolicyTargetSummary): Promise<PolicyTarget> {
  const { TargetId: id = "", Type: type = "ACCOUNT", Name = id } = target;
  return { id, type, name: type === "ACCOUNT" ? Name : configuredName(await tree.pathToUnit(id)) };
}

async function readPolicy(
  client: OrganizationsClient,
  tree: OrganizationTree,
  type: LivePolicyType,
  summary: PolicySummary,
): Promise<LivePolicy> {
  const PolicyId = summary.Id ?? "";
  const [{ Policy }, targets] = await Promise.all([
    client.send(new DescribePolicyCommand({ PolicyId })),
    everything(paginateListTargetsForPolicy({ client }, { PolicyId }), (page) => page.Targets),
  ]);
  return {
    id: PolicyId,
    name: summary.Name ?? PolicyId,
    description: summary.Description,
    type,
    awsManaged: summary.AwsManaged ?? false,
    text: Policy?.Content ?? "{}",
    targets: await Promise.all(targets.map((target) => readTarget(tree, target))),
  };
}

/** Every policy of a type, whoever made it, with what it is attached to, by name. */
export async function readPolicies(
  client: OrganizationsClient,
  tree: OrganizationTree,
  type: LivePolicyType,
): Promise<readonly LivePolicy[]> {
  const summaries = await everything(paginateListPolicies({ client }, { Filter: type }), (page) => page.Policies);
  const policies: LivePolicy[] = [];
  // One after the other: Organizations serves few requests a second.
  for (const summary of summaries) policies.push(await readPolicy(client, tree, type, summary));
  return policies.sort((a, b) => (a.name < b.name ? -1 : 1));
}

import {
  DescribePolicyCommand,
  type OrganizationsClient,
  paginateListPolicies,
  paginateListTargetsForPolicy,
  type PolicySummary,
  type PolicyTargetSummary,
} from "@aws-sdk/client-organizations";
import { configuredName, type LivePolicy, type LivePolicyType, type PolicyTarget } from "./live-organization";
import { everything } from "../clients/pages";
import type { OrganizationTree } from "./tree";

async function readTarget(tree: OrganizationTree, target: PolicyTargetSummary): Promise<PolicyTarget> {
  const { TargetId: id = "", Type: type = "ACCOUNT", Name = id } = target;
  return { id, type, name: type === "ACCOUNT" ? Name : configuredName(await tree.pathToUnit(id)) };
}

/** A policy, and what it is attached to as AWS lists it: accounts by name, units and the root by id. */
interface ListedPolicy extends Omit<LivePolicy, "targets"> {
  readonly targets: readonly PolicyTargetSummary[];
}

async function readPolicy(
  client: OrganizationsClient,
  type: LivePolicyType,
  summary: PolicySummary,
): Promise<ListedPolicy> {
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
    targets,
  };
}

/** Every policy of the types, whoever made it, each type by name; with what it is attached to, as AWS lists it. */
export async function listPolicies(
  client: OrganizationsClient,
  types: readonly LivePolicyType[],
): Promise<readonly ListedPolicy[]> {
  const found: ListedPolicy[] = [];
  // One after the other: Organizations serves few requests a second.
  for (const type of types) {
    const summaries = await everything(paginateListPolicies({ client }, { Filter: type }), (page) => page.Policies);
    const policies: ListedPolicy[] = [];
    for (const summary of summaries) policies.push(await readPolicy(client, type, summary));
    found.push(...policies.sort((a, b) => (a.name < b.name ? -1 : 1)));
  }
  return found;
}

/** The same with the targets by name, which takes two more requests for each unit. */
export async function readPolicies(
  client: OrganizationsClient,
  tree: OrganizationTree,
  types: readonly LivePolicyType[],
): Promise<readonly LivePolicy[]> {
  const policies: LivePolicy[] = [];
  for (const policy of await listPolicies(client, types))
    policies.push({ ...policy, targets: await Promise.all(policy.targets.map((target) => readTarget(tree, target))) });
  return policies;
}

import {
  DescribeOrganizationalUnitCommand,
  DescribePolicyCommand,
  ListParentsCommand,
  type OrganizationsClient,
  paginateListPolicies,
  paginateListRoots,
  paginateListTargetsForPolicy,
  type PolicySummary,
  type PolicyTargetSummary,
} from "@aws-sdk/client-organizations";
import type { Baseline } from "../config/index";
import type { Clients } from "./clients";
import { jsonObject, type JsonObject } from "./json";
import { line, listed } from "./lines";
import { everything } from "./pages";

export interface PolicyTarget {
  readonly id: string;
  readonly type: "ROOT" | "ORGANIZATIONAL_UNIT" | "ACCOUNT";
  /** As a configuration writes it: `root`, the path of a unit; and the name of an account. */
  readonly name: string;
}

export interface ServiceControlPolicy {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly awsManaged: boolean;
  readonly content: JsonObject;
  readonly targets: readonly PolicyTarget[];
}

export interface GuardrailFacts {
  readonly rootId: string;
  /** Types that are enabled on the organization's root. */
  readonly policyTypes: readonly string[];
  /** Every service control policy of the organization, whoever made it, by name. */
  readonly policies: readonly ServiceControlPolicy[];
}

/** Path of a unit from below the root, as a configuration writes it. */
async function pathOf(client: OrganizationsClient, unit: string): Promise<string> {
  const [{ OrganizationalUnit }, { Parents }] = await Promise.all([
    client.send(new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: unit })),
    client.send(new ListParentsCommand({ ChildId: unit })),
  ]);
  const name = OrganizationalUnit?.Name ?? unit;
  const parent = Parents?.[0];
  return parent?.Type === "ORGANIZATIONAL_UNIT" && parent.Id !== undefined
    ? `${await pathOf(client, parent.Id)}/${name}`
    : name;
}

async function readTarget(client: OrganizationsClient, target: PolicyTargetSummary): Promise<PolicyTarget> {
  const { TargetId: id = "", Type: type = "ACCOUNT", Name = id } = target;
  const name = type === "ROOT" ? "root" : type === "ORGANIZATIONAL_UNIT" ? await pathOf(client, id) : Name;
  return { id, type, name };
}

async function readPolicy(client: OrganizationsClient, summary: PolicySummary): Promise<ServiceControlPolicy> {
  const PolicyId = summary.Id ?? "";
  const [{ Policy }, targets] = await Promise.all([
    client.send(new DescribePolicyCommand({ PolicyId })),
    everything(paginateListTargetsForPolicy({ client }, { PolicyId }), (page) => page.Targets),
  ]);
  return {
    id: PolicyId,
    name: summary.Name ?? PolicyId,
    description: summary.Description,
    awsManaged: summary.AwsManaged ?? false,
    content: jsonObject(Policy?.Content ?? "{}"),
    targets: await Promise.all(targets.map((target) => readTarget(client, target))),
  };
}

export async function readGuardrails(clients: Clients, baseline: Baseline): Promise<GuardrailFacts> {
  const client = clients.at(baseline.accounts.management.id).organizations();
  const [roots, summaries] = await Promise.all([
    everything(paginateListRoots({ client }, {}), (page) => page.Roots),
    everything(paginateListPolicies({ client }, { Filter: "SERVICE_CONTROL_POLICY" }), (page) => page.Policies),
  ]);
  const policies: ServiceControlPolicy[] = [];
  // One after the other: Organizations serves few requests a second.
  for (const summary of summaries) policies.push(await readPolicy(client, summary));
  return {
    rootId: roots[0]?.Id ?? "",
    policyTypes: (roots[0]?.PolicyTypes ?? [])
      .filter(({ Status }) => Status === "ENABLED")
      .map(({ Type }) => Type ?? ""),
    policies: policies.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

const targetText = ({ type, id, name }: PolicyTarget): string => (type === "ACCOUNT" ? `${id} (${name})` : name);

export function showGuardrails({ policyTypes, policies }: GuardrailFacts): readonly string[] {
  const own = policies.filter(({ awsManaged }) => !awsManaged);
  return [
    ...(policyTypes.includes("SERVICE_CONTROL_POLICY") ? [] : [line("policy type", "OFF: no policy is in force")]),
    ...own.map(({ name, targets }) => line("policy", `${name} → ${listed(targets.map(targetText), "NO TARGET")}`)),
  ];
}

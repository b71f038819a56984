import { paginateListRoots } from "@aws-sdk/client-organizations";
import type { Baseline } from "../config";
import type { Clients } from "./clients";
import { jsonObject, type JsonObject } from "./json";
import type { LivePolicy } from "./live-organization";
import { everything } from "./pages";
import { readPolicies } from "./policies";
import { OrganizationTree } from "./tree";

export interface ServiceControlPolicy extends LivePolicy {
  /** The policy's text, read. */
  readonly content: JsonObject;
}

export interface GuardrailFacts {
  readonly rootId: string;
  /** Types that are enabled on the organization's root. */
  readonly policyTypes: readonly string[];
  /** Every service control policy of the organization, whoever made it, by name. */
  readonly policies: readonly ServiceControlPolicy[];
}

export async function readGuardrails(clients: Clients, baseline: Baseline): Promise<GuardrailFacts> {
  const client = clients.at(baseline.accounts.management.id).organizations();
  const [[root], policies] = await Promise.all([
    everything(paginateListRoots({ client }, {}), (page) => page.Roots),
    readPolicies(client, new OrganizationTree(client), ["SERVICE_CONTROL_POLICY"]),
  ]);
  return {
    rootId: root?.Id ?? "",
    policyTypes: (root?.PolicyTypes ?? []).filter(({ Status }) => Status === "ENABLED").map(({ Type }) => Type ?? ""),
    policies: policies.map((policy) => ({ ...policy, content: jsonObject(policy.text) })),
  };
}

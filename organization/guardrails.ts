import { paginateListRoots, type Root } from "@aws-sdk/client-organizations";
import type { Baseline } from "../config";
import type { Clients } from "./clients/clients";
import { jsonObject, type JsonObject } from "./services/json";
import type { LivePolicy } from "./tree/live-organization";
import { everything } from "./clients/pages";
import { readPolicies } from "./tree/policies";
import { readingsOf, type Parts } from "./clients/reading";
import { OrganizationTree } from "./tree/tree";

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

/** Types of policies that are enabled on a root. */
export const enabledTypes = (root: Root | undefined): readonly string[] =>
  (root?.PolicyTypes ?? []).filter(({ Status }) => Status === "ENABLED").map(({ Type }) => Type ?? "");

export function readGuardrails(clients: Clients, baseline: Baseline): Promise<Parts<GuardrailFacts>> {
  const client = clients.at(baseline.accounts.management.id).organizations();
  const roots = everything(paginateListRoots({ client }, {}), (page) => page.Roots);
  const policies = readPolicies(client, new OrganizationTree(client), ["SERVICE_CONTROL_POLICY"]);
  return readingsOf<GuardrailFacts>({
    rootId: roots.then(([root]) => root?.Id ?? ""),
    policyTypes: roots.then(([root]) => enabledTypes(root)),
    policies: policies.then((found) => found.map((policy) => ({ ...policy, content: jsonObject(policy.text) }))),
  });
}

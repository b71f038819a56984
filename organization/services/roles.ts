import {
  GetRoleCommand,
  GetRolePolicyCommand,
  type IAMClient,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
  paginateListRoles,
} from "@aws-sdk/client-iam";
import { unlessAbsent } from "../clients/absent";
import { iamPolicy, type JsonObject } from "./json";
import { everything } from "../clients/pages";

/** A role with all that it trusts and all that it may do. */
export interface RoleFacts {
  readonly arn: string;
  readonly name: string;
  readonly description?: string;
  readonly maxSessionDuration?: number;
  /** ARN of the policy that bounds what it may do. */
  readonly boundary?: string;
  readonly trustPolicy: JsonObject;
  /** By name. */
  readonly inlinePolicies: Readonly<Record<string, JsonObject>>;
  /** ARNs. */
  readonly attachedPolicies: readonly string[];
}

/** The role of a name, or undefined. */
export async function readRole(client: IAMClient, name: string): Promise<RoleFacts | undefined> {
  const answer = await unlessAbsent(["NoSuchEntityException"], client.send(new GetRoleCommand({ RoleName: name })));
  const role = answer?.Role;
  if (role === undefined) return undefined;
  const [policyNames, attached] = await Promise.all([
    everything(paginateListRolePolicies({ client }, { RoleName: name }), (page) => page.PolicyNames),
    everything(paginateListAttachedRolePolicies({ client }, { RoleName: name }), (page) => page.AttachedPolicies),
  ]);
  const inlinePolicies = await Promise.all(
    policyNames.map(async (PolicyName) => {
      const policy = await client.send(new GetRolePolicyCommand({ RoleName: name, PolicyName }));
      return [PolicyName, iamPolicy(policy.PolicyDocument)] as const;
    }),
  );
  return {
    arn: role.Arn ?? "",
    name,
    description: role.Description,
    maxSessionDuration: role.MaxSessionDuration,
    boundary: role.PermissionsBoundary?.PermissionsBoundaryArn,
    trustPolicy: iamPolicy(role.AssumeRolePolicyDocument),
    inlinePolicies: Object.fromEntries(inlinePolicies),
    attachedPolicies: attached.map(({ PolicyArn }) => PolicyArn ?? ""),
  };
}

/** Every role whose name begins with the prefix, by name. */
export async function readRoles(client: IAMClient, prefix: string): Promise<readonly RoleFacts[]> {
  const roles = await everything(paginateListRoles({ client }, {}), (page) => page.Roles);
  const names = roles.map(({ RoleName }) => RoleName ?? "").filter((name) => name.startsWith(prefix));
  const read = await Promise.all(names.sort().map((name) => readRole(client, name)));
  return read.filter((role) => role !== undefined);
}

import { GetAlternateContactCommand } from "@aws-sdk/client-account";
import { ListOrganizationsFeaturesCommand, paginateListRoles } from "@aws-sdk/client-iam";
import {
  paginateListDelegatedAdministrators,
  paginateListDelegatedServicesForAccount,
} from "@aws-sdk/client-organizations";
import type { Blueprint } from "../../config";
import { unlessAbsent } from "../clients/absent";
import type { PlaceClients } from "../clients/clients";
import { everything } from "../clients/pages";
import { listPolicies } from "../tree/policies";
import { readRoles } from "../services/roles";
import type { Found } from "./regional";

/** Roles of an account, and the inline policies of those that carry the baseline's prefix. */
export async function roles(at: PlaceClients, prefix: string): Promise<Found> {
  const client = at.iam();
  const [all, ours] = await Promise.all([
    everything(paginateListRoles({ client }, {}), (page) => page.Roles),
    readRoles(client, prefix),
  ]);
  return [
    ...all.map(({ RoleName = "" }) => ["aws_iam_role", RoleName, RoleName] as const),
    ...ours.flatMap(({ name, inlinePolicies }) =>
      Object.keys(inlinePolicies).map((policy) => {
        const id = `${name}:${policy}`;
        return ["aws_iam_role_policy", id, id] as const;
      }),
    ),
  ];
}

async function policies(at: PlaceClients, types: Parameters<typeof listPolicies>[1]): Promise<Found> {
  const found = await listPolicies(at.organizations(), types);
  return found.flatMap(({ id, name, type, targets }) => [
    ["aws_organizations_policy", `${type}:${name}`, id] as const,
    ...targets.map(({ TargetId = "" }) => {
      const attachment = `${TargetId}:${id}`;
      return ["aws_organizations_policy_attachment", attachment, attachment] as const;
    }),
  ]);
}

async function delegations(at: PlaceClients): Promise<Found> {
  const client = at.organizations();
  const administrators = await everything(
    paginateListDelegatedAdministrators({ client }, {}),
    (page) => page.DelegatedAdministrators,
  );
  const found = administrators.map(async ({ Id: AccountId }) => {
    const services = await everything(
      paginateListDelegatedServicesForAccount({ client }, { AccountId }),
      (page) => page.DelegatedServices,
    );
    return services.map(({ ServicePrincipal }) => {
      const id = `${AccountId}/${ServicePrincipal}`;
      return ["aws_organizations_delegated_administrator", id, id] as const;
    });
  });
  return (await Promise.all(found)).flat();
}

/** What the organization itself holds, and the management account's security contact. */
export async function organizationThings(at: PlaceClients, { baseline, policies: placed }: Blueprint): Promise<Found> {
  const types = (["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] as const).filter((type) =>
    placed.some((policy) => policy.type === type),
  );
  const [features, contact, others] = await Promise.all([
    unlessAbsent(["ServiceAccessNotEnabledException"], at.iam().send(new ListOrganizationsFeaturesCommand({}))),
    unlessAbsent(
      ["ResourceNotFoundException"],
      at.account().send(new GetAlternateContactCommand({ AlternateContactType: "SECURITY" })),
    ),
    Promise.all([policies(at, types), delegations(at)]),
  ]);
  return [
    ...((features?.EnabledFeatures ?? []).length === 0
      ? []
      : [["aws_iam_organizations_features", "features", baseline.organization.id] as const]),
    ...(contact?.AlternateContact === undefined
      ? []
      : [["aws_account_alternate_contact", "SECURITY", "SECURITY"] as const]),
    ...others.flat(),
  ];
}

import { ListOrganizationsFeaturesCommand } from "@aws-sdk/client-iam";
import {
  paginateListAccounts,
  paginateListAWSServiceAccessForOrganization,
  paginateListDelegatedAdministrators,
  paginateListDelegatedServicesForAccount,
} from "@aws-sdk/client-organizations";
import type { Clients } from "../../../organization";
import { unlessAbsent } from "../../../organization/clients/absent";
import { readGuardrails, type GuardrailFacts } from "../../../organization/guardrails";
import { valuesOf } from "../../../organization/clients/reading";
import { everything } from "../../../organization/clients/pages";
import type { Baseline } from "../../../config";

/** What the organization itself holds, whoever made it. */
export async function organizationState(clients: Clients, baseline: Baseline) {
  const { organizations, iam } = clients.at(baseline.accounts.management.id);
  const client = organizations();
  const services = await everything(
    paginateListAWSServiceAccessForOrganization({ client }, {}),
    (page) => page.EnabledServicePrincipals,
  );
  const administrators = await everything(
    paginateListDelegatedAdministrators({ client }, {}),
    (page) => page.DelegatedAdministrators,
  );
  const delegations = administrators.map(async ({ Id: AccountId }) => {
    const delegated = await everything(
      paginateListDelegatedServicesForAccount({ client }, { AccountId }),
      (page) => page.DelegatedServices,
    );
    return delegated.map(({ ServicePrincipal }) => `${AccountId} ${ServicePrincipal}`);
  });
  const accounts = await everything(paginateListAccounts({ client }, {}), (page) => page.Accounts);
  const features = await unlessAbsent(
    ["ServiceAccessNotEnabledException"],
    iam().send(new ListOrganizationsFeaturesCommand({})),
  );
  return {
    trustedAccess: services.map(({ ServicePrincipal }) => ServicePrincipal).sort(),
    delegations: (await Promise.all(delegations)).flat().sort(),
    rootFeatures: [...(features?.EnabledFeatures ?? [])].sort(),
    accounts: accounts.map(({ Id, Name, Status }) => `${Id} ${Name} ${Status}`).sort(),
    guardrails: valuesOf<GuardrailFacts>(await readGuardrails(clients, baseline)),
  };
}

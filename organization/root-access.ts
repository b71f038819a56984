import { GetAlternateContactCommand, type AccountClient } from "@aws-sdk/client-account";
import { ListOrganizationsFeaturesCommand, type IAMClient } from "@aws-sdk/client-iam";
import {
  type OrganizationsClient,
  paginateListAWSServiceAccessForOrganization,
  paginateListDelegatedAdministrators,
} from "@aws-sdk/client-organizations";
import { blueprintOf, type Baseline } from "../config";
import { unlessAbsent } from "./clients/absent";
import type { Clients } from "./clients/clients";
import { everything } from "./clients/pages";
import { readingsOf, type Parts } from "./clients/reading";
import { readRoles, type RoleFacts } from "./services/roles";

const IAM = "iam.amazonaws.com";

export interface RootAccessFacts {
  /** Service principals with trusted access to the organization. */
  readonly trustedAccess: readonly string[];
  /** Features of centralized root access that are on. */
  readonly features: readonly string[];
  /** Who administers root access. */
  readonly delegatedAdministrators: readonly { readonly id: string; readonly name?: string }[];
  /** Every role in the security account that carries the name of a break-glass role. */
  readonly breakGlassRoles: readonly RoleFacts[];
  readonly securityContact?: {
    readonly name?: string;
    readonly title?: string;
    readonly email?: string;
    readonly phone?: string;
  };
}

async function trustedServices(client: OrganizationsClient): Promise<readonly string[]> {
  const services = await everything(
    paginateListAWSServiceAccessForOrganization({ client }, {}),
    (page) => page.EnabledServicePrincipals,
  );
  return services.map(({ ServicePrincipal }) => ServicePrincipal ?? "").sort();
}

async function featuresOf(client: IAMClient): Promise<readonly string[]> {
  const features = await unlessAbsent(
    ["ServiceAccessNotEnabledException"],
    client.send(new ListOrganizationsFeaturesCommand({})),
  );
  return [...(features?.EnabledFeatures ?? [])].sort();
}

async function administratorsOf(client: OrganizationsClient): Promise<RootAccessFacts["delegatedAdministrators"]> {
  const administrators = await everything(
    paginateListDelegatedAdministrators({ client }, { ServicePrincipal: IAM }),
    (page) => page.DelegatedAdministrators,
  );
  return administrators.map(({ Id, Name }) => ({ id: Id ?? "", name: Name }));
}

async function contactOf(client: AccountClient): Promise<RootAccessFacts["securityContact"]> {
  const contact = await unlessAbsent(
    ["ResourceNotFoundException"],
    client.send(new GetAlternateContactCommand({ AlternateContactType: "SECURITY" })),
  );
  const found = contact?.AlternateContact;
  return found && { name: found.Name, title: found.Title, email: found.EmailAddress, phone: found.PhoneNumber };
}

export function readRootAccess(clients: Clients, baseline: Baseline): Promise<Parts<RootAccessFacts>> {
  const { management, security } = baseline.accounts;
  const { organizations, iam, account } = clients.at(management.id);
  return readingsOf<RootAccessFacts>({
    trustedAccess: trustedServices(organizations()),
    features: featuresOf(iam()),
    delegatedAdministrators: administratorsOf(organizations()),
    breakGlassRoles: readRoles(clients.at(security.id).iam(), blueprintOf(baseline).names.entry("break-glass-")),
    securityContact: contactOf(account()),
  });
}

import { GetAlternateContactCommand } from "@aws-sdk/client-account";
import { ListOrganizationsFeaturesCommand } from "@aws-sdk/client-iam";
import {
  paginateListAWSServiceAccessForOrganization,
  paginateListDelegatedAdministrators,
} from "@aws-sdk/client-organizations";
import { blueprintOf, type Baseline } from "../config";
import { unlessAbsent } from "./absent";
import type { Clients } from "./clients";
import { everything } from "./pages";
import { readRoles, type RoleFacts } from "./roles";

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

export async function readRootAccess(clients: Clients, baseline: Baseline): Promise<RootAccessFacts> {
  const { management, security } = baseline.accounts;
  const { organizations, iam, account } = clients.at(management.id);
  const client = organizations();
  const [services, features, administrators, breakGlassRoles, contact] = await Promise.all([
    everything(paginateListAWSServiceAccessForOrganization({ client }, {}), (page) => page.EnabledServicePrincipals),
    unlessAbsent(["ServiceAccessNotEnabledException"], iam().send(new ListOrganizationsFeaturesCommand({}))),
    everything(
      paginateListDelegatedAdministrators({ client }, { ServicePrincipal: IAM }),
      (page) => page.DelegatedAdministrators,
    ),
    readRoles(clients.at(security.id).iam(), blueprintOf(baseline).names.entry("break-glass-")),
    unlessAbsent(
      ["ResourceNotFoundException"],
      account().send(new GetAlternateContactCommand({ AlternateContactType: "SECURITY" })),
    ),
  ]);
  const found = contact?.AlternateContact;
  return {
    trustedAccess: services.map(({ ServicePrincipal }) => ServicePrincipal ?? "").sort(),
    features: [...(features?.EnabledFeatures ?? [])].sort(),
    delegatedAdministrators: administrators.map(({ Id, Name }) => ({ id: Id ?? "", name: Name })),
    breakGlassRoles,
    securityContact: found && {
      name: found.Name,
      title: found.Title,
      email: found.EmailAddress,
      phone: found.PhoneNumber,
    },
  };
}

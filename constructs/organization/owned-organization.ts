import { OrganizationsOrganization } from "@cdktf/provider-aws/lib/organizations-organization";
import { Construct } from "constructs";
import type { GlobalPlace } from "../place";

export interface OwnedOrganizationProps {
  readonly place: GlobalPlace;
  readonly trustedAccess: readonly string[];
  readonly policyTypes: readonly string[];
  /** Policy types that the provider can own. @default - whatever AWS has */
  readonly ownableTypes?: readonly string[] | undefined;
  /** Terraform expressions of what is on today. */
  readonly today: { readonly trustedAccess: string; readonly policyTypes: string };
}

/** Refuses a plan that would switch off something which is on today and missing from a list of the configuration. */
function keepsWhatIsOn(
  field: string,
  listed: readonly string[],
  today: string,
  switchOff: string,
  possible?: readonly string[],
) {
  const missing = `setsubtract(${today}, ${JSON.stringify(listed)})`;
  // Nobody is told to add what is then refused.
  const lost = possible === undefined ? missing : `setintersection(${missing}, ${JSON.stringify(possible)})`;
  return {
    condition: `\${length(${lost}) == 0}`,
    errorMessage: `organization.${field} must list everything that is on today, got a list without \${join(", ", sort(${lost}))}: add it, or switch it off first (${switchOff})`,
  };
}

/** Refuses an organization with a policy type that the form of the output cannot own. */
function ownsEveryType(ownable: readonly string[], today: string) {
  const beyond = `setsubtract(${today}, ${JSON.stringify(ownable)})`;
  return {
    condition: `\${length(${beyond}) == 0}`,
    errorMessage: `organization.mode must be "existing" in the portable form, which cannot own an organization with a policy type that AWS provider 5.100 does not know, got \${join(", ", sort(${beyond}))}: set it to "existing", or terraform.awsProvider to "6" and list the type in organization.policyTypes (docs/runbooks/changes.md)`,
  };
}

/**
 * The organization, managed. Its lists of trusted services and policy types are authoritative: what they do not name is
 * switched off, and a policy type that is switched off detaches every policy of its kind.
 */
export class OwnedOrganization extends Construct {
  readonly resource: OrganizationsOrganization;

  constructor(scope: Construct, id: string, props: OwnedOrganizationProps) {
    super(scope, id);
    const { place, trustedAccess, policyTypes, ownableTypes, today } = props;
    this.resource = new OrganizationsOrganization(this, "owned", {
      ...place,
      featureSet: "ALL",
      awsServiceAccessPrincipals: [...trustedAccess],
      enabledPolicyTypes: [...policyTypes],
      lifecycle: {
        preventDestroy: true,
        precondition: [
          keepsWhatIsOn(
            "trustedAccess",
            trustedAccess,
            today.trustedAccess,
            "aws organizations disable-aws-service-access --service-principal <it>",
          ),
          keepsWhatIsOn(
            "policyTypes",
            policyTypes,
            today.policyTypes,
            "aws organizations disable-policy-type --root-id <r-…> --policy-type <it>",
            ownableTypes,
          ),
          ...(ownableTypes === undefined ? [] : [ownsEveryType(ownableTypes, today.policyTypes)]),
        ],
      },
    });
  }
}

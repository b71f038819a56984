import { OrganizationsOrganization } from "@cdktf/provider-aws/lib/organizations-organization";
import { Construct } from "constructs";
import type { GlobalPlace } from "./place";

export interface OwnedOrganizationProps {
  readonly place: GlobalPlace;
  readonly trustedAccess: readonly string[];
  readonly policyTypes: readonly string[];
  /** Terraform expressions of what is on today. */
  readonly today: { readonly trustedAccess: string; readonly policyTypes: string };
}

/** Refuses a plan that would switch off something which is on today and missing from a list of the configuration. */
function keepsWhatIsOn(field: string, listed: readonly string[], today: string, switchOff: string) {
  const lost = `setsubtract(${today}, ${JSON.stringify(listed)})`;
  return {
    condition: `\${length(${lost}) == 0}`,
    errorMessage: `organization.${field} must list everything that is on today, got a list without \${join(", ", sort(${lost}))}: add it, or switch it off first (${switchOff})`,
  };
}

/**
 * The organization, managed. Its lists of trusted services and policy types are authoritative: what they do not name is
 * switched off, and a policy type that is switched off detaches every policy of its kind.
 */
export class OwnedOrganization extends Construct {
  readonly resource: OrganizationsOrganization;

  constructor(scope: Construct, id: string, { place, trustedAccess, policyTypes, today }: OwnedOrganizationProps) {
    super(scope, id);
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
          ),
        ],
      },
    });
  }
}

import { OrganizationsOrganization } from "@cdktf/provider-aws/lib/organizations-organization";
import { Construct } from "constructs";
import type { GlobalPlace } from "./place";

export interface OwnedOrganizationProps {
  readonly place: GlobalPlace;
  readonly trustedAccess: readonly string[];
  readonly policyTypes: readonly string[];
  /** Terraform expression of the service principals that have trusted access today. */
  readonly trustedAccessToday: string;
}

/**
 * The organization, managed. Its list of trusted services is authoritative: a plan that would switch off a service
 * which is on today is refused and names it.
 */
export class OwnedOrganization extends Construct {
  readonly resource: OrganizationsOrganization;

  constructor(scope: Construct, id: string, props: OwnedOrganizationProps) {
    super(scope, id);
    const listed = JSON.stringify(props.trustedAccess);
    const lost = `setsubtract(${props.trustedAccessToday}, ${listed})`;
    this.resource = new OrganizationsOrganization(this, "owned", {
      ...props.place,
      featureSet: "ALL",
      awsServiceAccessPrincipals: [...props.trustedAccess],
      enabledPolicyTypes: [...props.policyTypes],
      lifecycle: {
        preventDestroy: true,
        precondition: [
          {
            condition: `\${length(${lost}) == 0}`,
            errorMessage: `organization.trustedAccess must list every service that has trusted access today, got a list without \${join(", ", ${lost})}: add it, or switch it off first (aws organizations disable-aws-service-access --service-principal <it>)`,
          },
        ],
      },
    });
  }
}

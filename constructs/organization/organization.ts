import { DataAwsOrganizationsOrganization } from "@cdktf/provider-aws/lib/data-aws-organizations-organization";
import { Construct } from "constructs";
import type { GlobalPlace } from "../place";

/** Something that must hold on the live organization, checked while planning. */
export interface Requirement {
  /** Terraform expression. */
  readonly condition: string;
  /** What must hold, what was found, and the command that fixes it. */
  readonly errorMessage: string;
}

export interface OrganizationProps {
  readonly place: GlobalPlace;
  /** Checked together: a plan reports everything that is wrong at once. */
  readonly requirements: readonly Requirement[];
}

/** The live organization, read only, and refused where it lacks what the stack needs. */
export class Organization extends Construct {
  /** Id of the organization's root (`r-…`). */
  readonly rootId: string;
  /** What is on today, as Terraform expressions: service principals with trusted access, and enabled policy types. */
  readonly today: { readonly trustedAccess: string; readonly policyTypes: string };

  constructor(scope: Construct, id: string, { place, requirements }: OrganizationProps) {
    super(scope, id);
    const data = new DataAwsOrganizationsOrganization(this, "live", {
      ...place,
      lifecycle: { postcondition: [...requirements] },
    });
    this.rootId = `\${${data.fqn}.roots[0].id}`;
    this.today = {
      trustedAccess: `${data.fqn}.aws_service_access_principals`,
      policyTypes: `[for type in ${data.fqn}.roots[0].policy_types : type.type if type.status == "ENABLED"]`,
    };
  }
}

import { DataAwsOrganizationsOrganization } from "@cdktf/provider-aws/lib/data-aws-organizations-organization";
import { Construct } from "constructs";
import type { GlobalPlace } from "./place";

/** Something that must hold on the live organization, checked while planning. */
export interface Requirement {
  /** Terraform expression. */
  readonly condition: string;
  /** What must hold, what was found, and the command that mends it. */
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
  /** Service principals with trusted access today, as a Terraform expression. */
  readonly trustedAccess: string;

  constructor(scope: Construct, id: string, { place, requirements }: OrganizationProps) {
    super(scope, id);
    const data = new DataAwsOrganizationsOrganization(this, "live", {
      ...place,
      lifecycle: { postcondition: [...requirements] },
    });
    this.rootId = `\${${data.fqn}.roots[0].id}`;
    this.trustedAccess = `${data.fqn}.aws_service_access_principals`;
  }
}

import { DataAwsOrganizationsDelegatedAdministrators } from "@cdktf/provider-aws/lib/data-aws-organizations-delegated-administrators";
import { Construct } from "constructs";
import type { GlobalPlace } from "../place";

export interface DelegationProps {
  readonly place: GlobalPlace;
  readonly servicePrincipal: string;
  /** Account that is, or becomes, the delegated administrator. */
  readonly administrator: string;
  /** Whether it must be registered already. */
  readonly mustExist: boolean;
}

/**
 * Who administers a service for the organization today, read only. A plan is refused where it is another account: two
 * administrators of root access are one too many, and GuardDuty has a single one.
 */
export class Delegation extends Construct {
  constructor(scope: Construct, id: string, props: DelegationProps) {
    super(scope, id);
    const { place, servicePrincipal, administrator, mustExist } = props;
    const others = `[for account in self.delegated_administrators : account.id if account.id != "${administrator}"]`;
    const alone = {
      condition: `\${length(${others}) == 0}`,
      errorMessage: `the delegated administrator for ${servicePrincipal} must be ${administrator} alone, got \${join(", ", ${others})}: name it in accounts.security, or deregister it first (aws organizations deregister-delegated-administrator --service-principal ${servicePrincipal} --account-id <id>)`,
    };
    const registered = {
      condition: `\${contains(self.delegated_administrators[*].id, "${administrator}")}`,
      errorMessage: `${administrator} must be the delegated administrator for ${servicePrincipal}, got \${length(self.delegated_administrators) == 0 ? "none" : "another"}: set the mode to "create", or register it (aws organizations register-delegated-administrator --service-principal ${servicePrincipal} --account-id ${administrator})`,
    };
    new DataAwsOrganizationsDelegatedAdministrators(this, "live", {
      ...place,
      servicePrincipal,
      lifecycle: { postcondition: mustExist ? [alone, registered] : [alone] },
    });
  }
}

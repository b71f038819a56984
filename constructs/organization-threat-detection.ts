import { GuarddutyOrganizationAdminAccount } from "@cdktf/provider-aws/lib/guardduty-organization-admin-account";
import { GuarddutyOrganizationConfiguration } from "@cdktf/provider-aws/lib/guardduty-organization-configuration";
import { GuarddutyOrganizationConfigurationFeature } from "@cdktf/provider-aws/lib/guardduty-organization-configuration-feature";
import type { TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { inSequence } from "./in-sequence";
import { OrganizationDetector, type FeatureChoice } from "./organization-detector";
import type { Place } from "./place";

export interface OrganizationThreatDetectionProps {
  readonly management: Place;
  readonly security: Place;
  /** Account that becomes GuardDuty's delegated administrator. */
  readonly administrator: string;
  readonly features: readonly FeatureChoice[];
  readonly lifecycle: {
    readonly management: TerraformResourceLifecycle | undefined;
    readonly security: TerraformResourceLifecycle | undefined;
  };
}

/**
 * GuardDuty for the whole organization in one Region.
 *
 * The order matters. The administrator's detector comes first, since the designation would create one that Terraform
 * does not know. The management account's detector comes before ALL reaches it, or nobody could switch features off
 * in it. The organization's configuration exists only once the designation does.
 */
export class OrganizationThreatDetection extends Construct {
  readonly detectorId: string;

  constructor(scope: Construct, id: string, props: OrganizationThreatDetectionProps) {
    super(scope, id);
    const { management, security, administrator, features, lifecycle } = props;
    const administratorDetector = new OrganizationDetector(this, "security", {
      place: security,
      features,
      lifecycle: lifecycle.security,
    });
    const managementDetector = new OrganizationDetector(this, "management", {
      place: management,
      features,
      lifecycle: lifecycle.management,
    });
    const designation = new GuarddutyOrganizationAdminAccount(this, "administrator", {
      ...management,
      adminAccountId: administrator,
      dependsOn: [...administratorDetector.configured],
      lifecycle: lifecycle.management,
    });
    const configuration = new GuarddutyOrganizationConfiguration(this, "organization", {
      ...security,
      detectorId: administratorDetector.id,
      autoEnableOrganizationMembers: "ALL",
      dependsOn: [designation, ...managementDetector.configured],
    });
    inSequence(
      features,
      [configuration],
      ({ name, enabled, agents }, dependsOn) =>
        new GuarddutyOrganizationConfigurationFeature(this, `organization-${name}`, {
          ...security,
          detectorId: administratorDetector.id,
          name,
          autoEnable: enabled ? "ALL" : "NONE",
          additionalConfiguration: agents.map((agent) => ({
            name: agent.name,
            autoEnable: agent.enabled ? "ALL" : "NONE",
          })),
          dependsOn,
        }),
    );
    this.detectorId = administratorDetector.id;
  }
}

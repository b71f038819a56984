import { GuarddutyOrganizationAdminAccount } from "@cdktf/provider-aws/lib/guardduty-organization-admin-account";
import { GuarddutyOrganizationConfiguration } from "@cdktf/provider-aws/lib/guardduty-organization-configuration";
import { GuarddutyOrganizationConfigurationFeature } from "@cdktf/provider-aws/lib/guardduty-organization-configuration-feature";
import type { ITerraformDependable, TerraformResourceLifecycle } from "cdktf";
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
  /** Whether every account of the organization becomes a member by itself, and gets the plans that are on. */
  readonly members: "ALL" | "NONE";
  /** What comes before everything here, and is destroyed or changed after it. */
  readonly dependsOn: readonly ITerraformDependable[];
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
 * in it. The organization's configuration exists only once the designation does. A destroy goes the other way: a
 * detector can go when nobody administers the organization any more.
 */
export class OrganizationThreatDetection extends Construct {
  readonly detectorId: string;

  constructor(scope: Construct, id: string, props: OrganizationThreatDetectionProps) {
    super(scope, id);
    const { management, security, administrator, features, members, dependsOn: before, lifecycle } = props;
    const administratorDetector = new OrganizationDetector(this, "security", {
      place: security,
      features,
      dependsOn: before,
      lifecycle: lifecycle.security,
    });
    const managementDetector = new OrganizationDetector(this, "management", {
      place: management,
      features,
      dependsOn: before,
      lifecycle: lifecycle.management,
    });
    const designation = new GuarddutyOrganizationAdminAccount(this, "administrator", {
      ...management,
      adminAccountId: administrator,
      dependsOn: [...administratorDetector.configured, ...managementDetector.configured],
      lifecycle: lifecycle.management,
    });
    const configuration = new GuarddutyOrganizationConfiguration(this, "organization", {
      ...security,
      detectorId: administratorDetector.id,
      autoEnableOrganizationMembers: members,
      dependsOn: [designation],
    });
    inSequence(
      features,
      [configuration],
      ({ name, enabled, agents }, dependsOn) =>
        new GuarddutyOrganizationConfigurationFeature(this, `organization-${name}`, {
          ...security,
          detectorId: administratorDetector.id,
          name,
          autoEnable: enabled ? members : "NONE",
          additionalConfiguration: agents.map((agent) => ({
            name: agent.name,
            autoEnable: agent.enabled ? members : "NONE",
          })),
          dependsOn,
        }),
    );
    this.detectorId = administratorDetector.id;
  }
}

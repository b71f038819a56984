import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { GUARDDUTY_FEATURES, RUNTIME_AGENTS } from "../catalogue/aws/guardduty-features";
import { regionsOf } from "../catalogue/partitions";
import type { Baseline, Blueprint } from "../config";
import { Delegation } from "../constructs/organization/delegation";
import { Organization } from "../constructs/organization/organization";
import type { FeatureChoice } from "../constructs/organization-detector";
import { OrganizationThreatDetection } from "../constructs/organization-threat-detection";
import { RegionMemory } from "../constructs/memory/region-memory";
import { BaselineStack } from "./baseline-stack";
import { EventForwards } from "./event-forwards";
import { isOurs, trusts } from "./requirements";

const GUARDDUTY = "guardduty.amazonaws.com";

type CreateThreatDetection = Extract<Baseline["threatDetection"], { mode: "create" }>;

/** GuardDuty for the organization in every governed Region, and its root findings forwarded to the home Region. */
export class ThreatDetection extends BaselineStack {
  static readonly id = "threat-detection";

  private readonly regions = this.blueprint.detectedRegions;
  private readonly memory = this.rememberRegions();

  constructor(scope: Construct, blueprint: Blueprint) {
    super(scope, ThreatDetection.id, blueprint);
    const { threatDetection } = this.baseline;
    this.checkOrganization(threatDetection.mode);
    if (threatDetection.mode === "create") this.detectThreats(threatDetection);
    new EventForwards(this, { stack: ThreatDetection.id, blueprint, providers: this.providers, after: [this.memory] });
    this.rememberPlace("management", "security");
  }

  private rememberRegions(): RegionMemory {
    const { partition, governedRegions, detectedRegions, emptiedRegions, baseline } = this.blueprint;
    const creates = baseline.threatDetection.mode === "create";
    return new RegionMemory(this, `regions-of-${this.node.id}`, {
      regions: regionsOf(partition),
      governed: creates ? governedRegions : [],
      leaving: creates ? detectedRegions.filter((region) => !governedRegions.includes(region)) : [],
      emptied: emptiedRegions,
      released: releasedRegions(baseline, regionsOf(partition)),
      creates,
    });
  }

  private checkOrganization(mode: "create" | "use"): void {
    // Designating the administrator switches trusted access on by itself, so only `use` must find it on.
    const trusted = mode === "use" ? trusts(this.baseline, GUARDDUTY) : [];
    new Organization(this, "organization", {
      place: this.providers.global("management"),
      requirements: [...isOurs(this.baseline), ...trusted],
    });
    new Delegation(this, "guardduty-administrator", {
      place: this.providers.global("management"),
      servicePrincipal: GUARDDUTY,
      administrator: this.baseline.accounts.security.id,
      mustExist: mode === "use",
    });
  }

  private detectThreats(settings: CreateThreatDetection): void {
    const { governedRegions } = this.blueprint;
    const detectors = this.regions.map((region) => {
      const { detectorId } = new OrganizationThreatDetection(this, region, {
        management: this.providers.at("management", region),
        security: this.providers.at("security", region),
        administrator: this.baseline.accounts.security.id,
        features: featureChoices(settings, region),
        members: governedRegions.includes(region) ? "ALL" : "NONE",
        dependsOn: [this.memory],
        lifecycle: { management: this.protectedIn("management"), security: this.protectedIn("security") },
      });
      return [region, detectorId] as const;
    });
    new TerraformOutput(this, "detector_ids", {
      description: "Detector of the security account in each Region",
      value: Object.fromEntries(detectors),
    });
    const leaving = detectors.filter(([region]) => !governedRegions.includes(region));
    if (leaving.length > 0)
      new TerraformOutput(this, "release_members", {
        description: "Commands that let the members of each Region go that is left",
        value: Object.fromEntries(leaving.map(([region, detectorId]) => [region, releaseMembers(region, detectorId)])),
      });
  }
}

/** Every protection plan that the Region offers, on where it was chosen and off where it was not. */
function featureChoices(settings: CreateThreatDetection, region: string): readonly FeatureChoice[] {
  const lacks = settings.unavailableFeatures[region] ?? [];
  const offered = <Name extends (typeof lacks)[number]>(names: readonly Name[]): readonly Name[] =>
    names.filter((name) => !lacks.includes(name));
  return offered(GUARDDUTY_FEATURES).map((name) => ({
    name,
    enabled: settings.features.includes(name),
    agents:
      name === "RUNTIME_MONITORING"
        ? offered(RUNTIME_AGENTS).map((agent) => ({ name: agent, enabled: settings.runtimeAgents.includes(agent) }))
        : [],
  }));
}

/** Regions of which both detectors and the designation are given up. */
const releasedRegions = ({ release }: Baseline, regions: readonly string[]): readonly string[] =>
  regions.filter((region) =>
    [
      `aws_guardduty_detector.${region}_security_detector`,
      `aws_guardduty_detector.${region}_management_detector`,
      `aws_guardduty_organization_admin_account.${region}_administrator`,
    ].every((address) => release.includes(address)),
  );

/** What the security account runs in a Region before its detectors can go; at most 50 accounts a call. */
const releaseMembers = (region: string, detectorId: string): readonly string[] => {
  const call = (action: string, rest: string) =>
    `aws guardduty ${action} --region ${region} --detector-id ${detectorId} ${rest}`;
  return [
    call("list-members", "--no-only-associated --query 'Members[].AccountId' --output text"),
    call("disassociate-members", "--account-ids <the accounts>"),
    call("delete-members", "--account-ids <the accounts>"),
  ];
};

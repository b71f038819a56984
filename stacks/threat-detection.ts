import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { GUARDDUTY_FEATURES, RUNTIME_AGENTS } from "../catalogue/guardduty-features";
import type { Baseline, Blueprint } from "../config";
import { Delegation } from "../constructs/delegation";
import { Organization } from "../constructs/organization";
import type { FeatureChoice } from "../constructs/organization-detector";
import { OrganizationThreatDetection } from "../constructs/organization-threat-detection";
import { BaselineStack } from "./baseline-stack";
import { EventForwards } from "./event-forwards";
import { isOurs, trusts } from "./requirements";

const GUARDDUTY = "guardduty.amazonaws.com";

type CreateThreatDetection = Extract<Baseline["threatDetection"], { mode: "create" }>;

/** GuardDuty for the organization in every governed Region, and its root findings forwarded to the home Region. */
export class ThreatDetection extends BaselineStack {
  static readonly id = "threat-detection";

  private readonly regions = this.blueprint.governedRegions;

  constructor(scope: Construct, blueprint: Blueprint) {
    super(scope, ThreatDetection.id, blueprint);
    const { threatDetection } = this.baseline;
    this.checkOrganization(threatDetection.mode);
    if (threatDetection.mode === "create") this.detectThreats(threatDetection);
    new EventForwards(this, { blueprint, providers: this.providers });
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
    const detectors = this.regions.map((region) => {
      const { detectorId } = new OrganizationThreatDetection(this, region, {
        management: this.providers.at("management", region),
        security: this.providers.at("security", region),
        administrator: this.baseline.accounts.security.id,
        features: featureChoices(settings, region),
        lifecycle: { management: this.protectedIn("management"), security: this.protectedIn("security") },
      });
      return [region, detectorId] as const;
    });
    new TerraformOutput(this, "detector_ids", { value: Object.fromEntries(detectors) });
  }
}

/** Every protection plan that the Region offers, on where it was chosen and off where it was not. */
const featureChoices = (settings: CreateThreatDetection, region: string): readonly FeatureChoice[] =>
  GUARDDUTY_FEATURES.filter((name) => !(settings.unavailableFeatures[region] ?? []).includes(name)).map((name) => ({
    name,
    enabled: settings.features.includes(name),
    agents:
      name === "RUNTIME_MONITORING"
        ? RUNTIME_AGENTS.map((agent) => ({ name: agent, enabled: settings.runtimeAgents.includes(agent) }))
        : [],
  }));

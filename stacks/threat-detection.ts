import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Arrival } from "../catalogue/detection";
import { GUARDDUTY_FEATURES, RUNTIME_AGENTS } from "../catalogue/guardduty-features";
import type { PreparedDetection, PreparedPath } from "../catalogue/prepare";
import { tellsSecondChannel } from "../catalogue/second-channel";
import type { Baseline, Blueprint } from "../config";
import { Delegation } from "../constructs/delegation";
import { EventForwardRole } from "../constructs/event-forward-role";
import { EventRule } from "../constructs/event-rule";
import { Organization } from "../constructs/organization";
import type { FeatureChoice } from "../constructs/organization-detector";
import { OrganizationThreatDetection } from "../constructs/organization-threat-detection";
import { BaselineStack } from "./baseline-stack";
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
    this.forwardFindings();
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

  /**
   * Forwards to the alert bus what arrives in the governed Regions: findings of every member, which reach the
   * administrator's account in the Region where they arose, and the calls that would blind GuardDuty or these rules.
   */
  private forwardFindings(): void {
    if (!this.blueprint.securityForwards) return;
    const role = new EventForwardRole(this, "forward-findings", {
      place: this.providers.global("security"),
      name: this.names.findingForwardRole,
      busArns: [this.arns.alertBus(), ...(this.baseline.alerting.secondChannel ? [this.arns.secondBus()] : [])],
    });
    const { finding, event } = this.blueprint.detectionsByPath;
    for (const region of this.regions)
      for (const detection of finding) this.forwardFrom(region, detection, { account: "security", roleArn: role.arn });
    const managementRole = this.arns.role(this.baseline.accounts.management.id, this.names.eventForwardRole);
    for (const detection of event) {
      for (const region of this.regionsOf("security", detection.path.arrives))
        this.forwardFrom(region, detection, { account: "security", roleArn: role.arn });
      for (const region of this.regionsOf("management", detection.path.arrives))
        this.forwardFrom(region, detection, { account: "management", roleArn: managementRole });
    }
  }

  /** Regions of this stack in which the calls arrive, each once: what the alarms stack forwards is left to it. */
  private regionsOf(account: Arrival["account"], arrives: readonly Arrival[]): readonly string[] {
    const regions = arrives.flatMap((arrival) => {
      if (arrival.account !== account) return [];
      if (arrival.region === "governed") return this.regions;
      if (account === "management") return [];
      return [arrival.region === "home" ? this.blueprint.homeRegion : this.blueprint.partition.globalRegion];
    });
    return [...new Set(regions)];
  }

  private forwardFrom(
    region: string,
    detection: PreparedDetection<Extract<PreparedPath, { kind: "event" | "finding" }>>,
    { account, roleArn }: { readonly account: Arrival["account"]; readonly roleArn: string },
  ): void {
    const { id, title, path } = detection;
    const tellsSecond = this.baseline.alerting.secondChannel !== undefined && tellsSecondChannel(detection);
    const rule = account === "security" ? `forward-${id}` : `${account}-forward-${id}`;
    new EventRule(this, `${region}_${rule}`, {
      place: this.providers.at(account, region),
      name: this.names.forwardRule(id),
      description: `Forwards to the alert bus: ${title}`,
      pattern: path.pattern,
      target: { arn: this.arns.alertBus(), roleArn },
      secondTarget: tellsSecond ? { arn: this.arns.secondBus(), roleArn } : undefined,
    });
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

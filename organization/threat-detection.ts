import { blueprintOf, type Baseline } from "../config";
import type { Clients } from "./clients";
import {
  readAdministrators,
  readDetector,
  readOrganizationDetection,
  type DetectorFacts,
  type OrganizationDetectionFacts,
} from "./detectors";
import { readEventRules, type EventRuleFacts } from "./event-rules";
import { readRole, type RoleFacts } from "./roles";

/** GuardDuty in one Region. */
export interface RegionFacts {
  readonly region: string;
  /** Accounts that administer GuardDuty for the organization. */
  readonly administrators: readonly string[];
  /** Detector of the management account. */
  readonly management?: DetectorFacts;
  /** Detector of the security account. */
  readonly security?: DetectorFacts;
  readonly organization?: OrganizationDetectionFacts;
  /** On the default bus of the security account. */
  readonly forwardRules: readonly EventRuleFacts[];
}

export interface ThreatDetectionFacts {
  /** Every governed Region, in the order of the configuration. */
  readonly regions: readonly RegionFacts[];
  readonly forwardRole?: RoleFacts;
}

async function readRegion(clients: Clients, baseline: Baseline, region: string): Promise<RegionFacts> {
  const { management, security } = baseline.accounts;
  const [ours, theirs] = [clients.at(management.id, region), clients.at(security.id, region)];
  const wanted = { account: security.id, region, bus: "default", prefix: blueprintOf(baseline).names.entry("") };
  const [administrators, managementDetector, securityDetector, forwardRules] = await Promise.all([
    readAdministrators(ours.guardDuty()),
    readDetector(ours.guardDuty()),
    readDetector(theirs.guardDuty()),
    readEventRules(theirs.eventBridge(), wanted),
  ]);
  const organization = securityDetector && (await readOrganizationDetection(theirs.guardDuty(), securityDetector.id));
  return {
    region,
    administrators,
    management: managementDetector,
    security: securityDetector,
    organization,
    forwardRules,
  };
}

export async function readThreatDetection(clients: Clients, baseline: Baseline): Promise<ThreatDetectionFacts> {
  const [regions, forwardRole] = await Promise.all([
    Promise.all(blueprintOf(baseline).governedRegions.map((region) => readRegion(clients, baseline, region))),
    readRole(clients.at(baseline.accounts.security.id).iam(), blueprintOf(baseline).names.findingForwardRole),
  ]);
  return { regions, forwardRole };
}

import { blueprintOf, type Baseline } from "../config";
import type { Clients } from "./clients/clients";
import {
  readAdministrators,
  readDetector,
  readOrganizationDetection,
  type DetectorFacts,
  type OrganizationDetectionFacts,
} from "./services/detectors";
import { readEventRules, type EventRuleFacts } from "./services/event-rules";
import { readingOf, readingsOf, type Parts, type Reading } from "./clients/reading";
import { readRole, type RoleFacts } from "./services/roles";

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
  /** Every Region with detectors: governed, or left by its members and not yet emptied. */
  readonly regions: readonly RegionFacts[];
  readonly forwardRole?: RoleFacts;
}

/** The facts of a Region, each read for itself. */
export interface RegionParts extends Parts<Omit<RegionFacts, "region">> {
  readonly region: string;
}

export interface ThreatDetectionParts {
  readonly regions: readonly RegionParts[];
  readonly forwardRole: Reading<RoleFacts | undefined>;
}

async function readRegion(clients: Clients, baseline: Baseline, region: string): Promise<RegionParts> {
  const { management, security } = baseline.accounts;
  const [ours, theirs] = [clients.at(management.id, region), clients.at(security.id, region)];
  const wanted = { account: security.id, region, bus: "default", prefix: blueprintOf(baseline).names.entry("") };
  const detector = readDetector(theirs.guardDuty());
  const parts = await readingsOf<Omit<RegionFacts, "region">>({
    administrators: readAdministrators(ours.guardDuty()),
    management: readDetector(ours.guardDuty()),
    security: detector,
    organization: detector.then((found) => found && readOrganizationDetection(theirs.guardDuty(), found.id)),
    forwardRules: readEventRules(theirs.eventBridge(), wanted),
  });
  return { region, ...parts };
}

export async function readThreatDetection(clients: Clients, baseline: Baseline): Promise<ThreatDetectionParts> {
  const [regions, forwardRole] = await Promise.all([
    Promise.all(blueprintOf(baseline).detectedRegions.map((region) => readRegion(clients, baseline, region))),
    readingOf(
      readRole(clients.at(baseline.accounts.security.id).iam(), blueprintOf(baseline).names.findingForwardRole),
    ),
  ]);
  return { regions, forwardRole };
}

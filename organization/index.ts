import type { Baseline } from "../config";
import { readAlarms, type AlarmsFacts } from "./services/alarms";
import { readAuditTrail, type AuditTrailFacts } from "./audit-trail";
import type { Clients } from "./clients/clients";
import { readDeadLetters, type PlaceQueues } from "./deliveries";
import { readGuardrails, type GuardrailFacts } from "./guardrails";
import { checkOrganization } from "./clients/identity";
import type { QueueFacts } from "./services/queues";
import { valueOf, valuesOf, type Parts } from "./clients/reading";
import { readRootAccess, type RootAccessFacts } from "./root-access";
import {
  readThreatDetection,
  type RegionParts,
  type ThreatDetectionFacts,
  type ThreatDetectionParts,
} from "./threat-detection";

export { Clients } from "./clients/clients";

/** What protects the root users of an organization, as AWS reports it. */
export interface OrganizationFacts {
  readonly rootAccess: RootAccessFacts;
  readonly guardrails: GuardrailFacts;
  readonly auditTrail: AuditTrailFacts;
  readonly alarms: AlarmsFacts;
  /** Queues of what event rules did not deliver. */
  readonly deadLetters: readonly QueueFacts[];
  readonly threatDetection: ThreatDetectionFacts;
}

/** The same, each part read for itself: what one account refuses takes nothing else with it. */
export interface OrganizationParts {
  readonly rootAccess: Parts<RootAccessFacts>;
  readonly guardrails: Parts<GuardrailFacts>;
  readonly auditTrail: Parts<AuditTrailFacts>;
  readonly alarms: Parts<AlarmsFacts>;
  /** Wherever event rules stand. */
  readonly deadLetters: readonly PlaceQueues[];
  readonly threatDetection: ThreatDetectionParts;
}

/** Reads everything back from the AWS API: account by account, Region by Region. Changes nothing. */
export async function readParts(clients: Clients, baseline: Baseline): Promise<OrganizationParts> {
  await checkOrganization(clients, baseline);
  const [rootAccess, guardrails, auditTrail, alarms, deadLetters, threatDetection] = await Promise.all([
    readRootAccess(clients, baseline),
    readGuardrails(clients, baseline),
    readAuditTrail(clients, baseline),
    readAlarms(clients, baseline),
    readDeadLetters(clients, baseline),
    readThreatDetection(clients, baseline),
  ]);
  return { rootAccess, guardrails, auditTrail, alarms, deadLetters, threatDetection };
}

const regionValues = ({ region, ...parts }: RegionParts) => ({ region, ...valuesOf(parts) });

/** The same, whole. Throws what AWS said of the first part that it did not show. */
export const wholeOf = ({ threatDetection, deadLetters, ...parts }: OrganizationParts): OrganizationFacts => ({
  rootAccess: valuesOf<RootAccessFacts>(parts.rootAccess),
  guardrails: valuesOf<GuardrailFacts>(parts.guardrails),
  auditTrail: valuesOf<AuditTrailFacts>(parts.auditTrail),
  alarms: valuesOf<AlarmsFacts>(parts.alarms),
  deadLetters: deadLetters.flatMap(({ queues }) => valueOf(queues)),
  threatDetection: {
    regions: threatDetection.regions.map(regionValues),
    forwardRole: valueOf(threatDetection.forwardRole),
  },
});

/** Everything, or what AWS said where it did not show all of it. */
export const readOrganization = async (clients: Clients, baseline: Baseline): Promise<OrganizationFacts> =>
  wholeOf(await readParts(clients, baseline));

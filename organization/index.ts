import type { Baseline } from "../config";
import { readAlarms, type AlarmsFacts } from "./alarms";
import { readAuditTrail, type AuditTrailFacts } from "./audit-trail";
import type { Clients } from "./clients";
import { readGuardrails, type GuardrailFacts } from "./guardrails";
import { checkOrganization } from "./identity";
import { readRootAccess, type RootAccessFacts } from "./root-access";
import { readThreatDetection, type ThreatDetectionFacts } from "./threat-detection";

export { Clients } from "./clients";

/** What protects the root users of an organization, as AWS reports it. */
export interface OrganizationFacts {
  readonly rootAccess: RootAccessFacts;
  readonly guardrails: GuardrailFacts;
  readonly auditTrail: AuditTrailFacts;
  readonly alarms: AlarmsFacts;
  readonly threatDetection: ThreatDetectionFacts;
}

/** Reads everything back from the AWS API: account by account, Region by Region. Changes nothing. */
export async function readOrganization(clients: Clients, baseline: Baseline): Promise<OrganizationFacts> {
  await checkOrganization(clients, baseline);
  const [rootAccess, guardrails, auditTrail, alarms, threatDetection] = await Promise.all([
    readRootAccess(clients, baseline),
    readGuardrails(clients, baseline),
    readAuditTrail(clients, baseline),
    readAlarms(clients, baseline),
    readThreatDetection(clients, baseline),
  ]);
  return { rootAccess, guardrails, auditTrail, alarms, threatDetection };
}

import type { Baseline } from "../config/index";
import { readAlarms, showAlarms, type AlarmsFacts } from "./alarms";
import { readAuditTrail, type AuditTrailFacts } from "./audit-trail";
import { showAuditTrail } from "./audit-trail-lines";
import type { Clients } from "./clients";
import { readGuardrails, showGuardrails, type GuardrailFacts } from "./guardrails";
import { readRootAccess, showRootAccess, type RootAccessFacts } from "./root-access";
import { readThreatDetection, showThreatDetection, type ThreatDetectionFacts } from "./threat-detection";

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
  await clients.checkCaller();
  const [rootAccess, guardrails, auditTrail, alarms, threatDetection] = await Promise.all([
    readRootAccess(clients, baseline),
    readGuardrails(clients, baseline),
    readAuditTrail(clients, baseline),
    readAlarms(clients, baseline),
    readThreatDetection(clients, baseline),
  ]);
  return { rootAccess, guardrails, auditTrail, alarms, threatDetection };
}

/** The facts in some thirty lines, grouped by stack. */
export const showOrganization = (facts: OrganizationFacts): readonly string[] =>
  [
    ["root-access", ...showRootAccess(facts.rootAccess)],
    ["guardrails", ...showGuardrails(facts.guardrails)],
    ["audit-trail", ...showAuditTrail(facts.auditTrail)],
    ["alarms", ...showAlarms(facts.alarms)],
    ["threat-detection", ...showThreatDetection(facts.threatDetection)],
  ].flat();

import type { OrganizationFacts } from "../../organization";
import { showAlarms } from "./alarms";
import { showAuditTrail } from "./audit-trail";
import { showGuardrails } from "./guardrails";
import { showRootAccess } from "./root-access";
import { showThreatDetection } from "./threat-detection";

/** What protects the organization, in some thirty lines, grouped by stack. */
export const showOrganization = (facts: OrganizationFacts): readonly string[] =>
  [
    ["root-access", ...showRootAccess(facts.rootAccess)],
    ["guardrails", ...showGuardrails(facts.guardrails)],
    ["audit-trail", ...showAuditTrail(facts.auditTrail)],
    ["alarms", ...showAlarms(facts.alarms)],
    ["threat-detection", ...showThreatDetection(facts.threatDetection)],
  ].flat();

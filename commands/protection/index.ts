import type { OrganizationParts } from "../../organization";
import { showAlarms } from "./alarms";
import { showAuditTrail } from "./audit-trail";
import { showDeadLetters } from "./dead-letters";
import { showGuardrails } from "./guardrails";
import { showRootAccess } from "./root-access";
import { showThreatDetection } from "./threat-detection";

/** What protects the organization, in some thirty lines, grouped by stack. */
export const showOrganization = (parts: OrganizationParts): readonly string[] =>
  [
    ["root-access", ...showRootAccess(parts.rootAccess)],
    ["guardrails", ...showGuardrails(parts.guardrails)],
    ["audit-trail", ...showAuditTrail(parts.auditTrail)],
    ["alarms", ...showAlarms(parts.alarms), ...showDeadLetters(parts.deadLetters)],
    ["threat-detection", ...showThreatDetection(parts.threatDetection)],
  ].flat();

import { policyTypeOf, type Guardrail } from "../guardrail";
import { denyRootAccessKeys } from "./deny-root-access-keys";
import { denyRootSignIn } from "./deny-root-sign-in";
import { denyRootUser } from "./deny-root-user";
import { protectAccountIdentity } from "./protect-account-identity";
import { protectAlerting } from "./protect-alerting";
import { protectAuditTrail } from "./protect-audit-trail";
import { protectDeliveryRoles } from "./protect-delivery-roles";
import { protectIdentityCenter } from "./protect-identity-center";
import { protectLogArchive } from "./protect-log-archive";
import { protectThreatDetection } from "./protect-threat-detection";
import { restrictRootSessions } from "./restrict-root-sessions";
import { stayInOrganization } from "./stay-in-organization";

const catalogue = [
  denyRootUser,
  denyRootSignIn,
  denyRootAccessKeys,
  restrictRootSessions,
  stayInOrganization,
  protectAccountIdentity,
  protectAuditTrail,
  protectLogArchive,
  protectThreatDetection,
  protectAlerting,
  protectDeliveryRoles,
  protectIdentityCenter,
] as const satisfies readonly Guardrail[];

/** Id of a guardrail, as a configuration lists it. */
export type GuardrailId = (typeof catalogue)[number]["id"];

/** Every guardrail, in the order in which the documentation lists them. */
export const GUARDRAILS: readonly (Guardrail & { readonly id: GuardrailId })[] = catalogue;

/** Ids that a configuration may list. */
export const GUARDRAIL_IDS: readonly GuardrailId[] = GUARDRAILS.map((guardrail) => guardrail.id);

/** Ids of those that work by themselves. A resource control policy needs its policy type, or a switch: it is chosen by name. */
export const SELF_SUFFICIENT_IDS: readonly GuardrailId[] = GUARDRAILS.filter(
  (guardrail) => policyTypeOf(guardrail) === "SERVICE_CONTROL_POLICY",
).map((guardrail) => guardrail.id);

/** The guardrail of an id. Throws for an id that is not in the catalogue. */
export function guardrail(id: string): Guardrail {
  const found = GUARDRAILS.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`guardrail must be one of ${GUARDRAIL_IDS.join(", ")}, got ${id}`);
  return found;
}

import type { Control } from "../control";
import { alarms } from "./alerts/alarms";
import { alertPaths } from "./alerts/alert-paths";
import { deadLetters } from "./alerts/dead-letters";
import { eventRules } from "./alerts/event-rules";
import { filters } from "./alerts/filters";
import { forwarders } from "./alerts/forwarders";
import { knownEvent } from "./alerts/known-event";
import { subscriptions } from "./alerts/subscriptions";
import { guardrailsAttached } from "./guardrails/guardrails-attached";
import { rootDenied } from "./guardrails/root-denied";
import { rootExceptions } from "./guardrails/root-exceptions";
import { breakGlassRoles } from "./root/break-glass-roles";
import { custody } from "./root/custody";
import { managementRoot } from "./root/management-root";
import { rootAdministrator } from "./root/root-administrator";
import { rootCredentials } from "./root/root-credentials";
import { rootFeatures } from "./root/root-features";
import { securityContact } from "./root/security-contact";
import { threatDetection } from "./threat-detection";
import { keys } from "./trail/keys";
import { logGroup } from "./trail/log-group";
import { trailBucket } from "./trail/trail-bucket";
import { trailDelivers } from "./trail/trail-delivers";
import { trailRecords } from "./trail/trail-records";

/** Every control, in the order of the checklist. */
export const CONTROLS: readonly Control[] = [
  rootFeatures,
  rootAdministrator,
  rootCredentials,
  guardrailsAttached,
  rootDenied,
  rootExceptions,
  trailRecords,
  trailDelivers,
  trailBucket,
  logGroup,
  keys,
  filters,
  alarms,
  eventRules,
  forwarders,
  knownEvent,
  deadLetters,
  subscriptions,
  alertPaths,
  threatDetection,
  managementRoot,
  securityContact,
  breakGlassRoles,
  custody,
];

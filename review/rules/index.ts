import { alertLost } from "./alerts/alert-lost";
import { alertRoute, severityLowered } from "./alerts/alert-route";
import { deadLetterAlarm } from "./alerts/dead-letter-alarm";
import { deadLetterTarget } from "./alerts/dead-letter-target";
import { detectionNarrowed } from "./alerts/detection-narrowed";
import { subscribers } from "./alerts/subscribers";
import { guardrailCoverage } from "./guardrails/coverage";
import { guardrailDenial } from "./guardrails/denial";
import { guardrailUndecided } from "./guardrails/undecided";
import { destroyGuard } from "./guards/destroy-guard";
import { pipelineCode } from "./guards/pipeline-code";
import { planGuard } from "./guards/plan-guard";
import { resourceLifecycle } from "./guards/resource-lifecycle";
import { delegatedAdministrator } from "./identities/delegated-administrator";
import { rolePermissions } from "./identities/permissions";
import { securityContact } from "./identities/security-contact";
import { serviceRole } from "./identities/service-role";
import { roleTrust } from "./identities/trust";
import { keptDestroyed, keptForgotten, keptReplaced } from "./kept/kept";
import { regionDropped } from "./kept/region-dropped";
import { resourcePolicyOpened, servicePermission } from "./policies/resource-policy";
import type { ReviewRule } from "./rule";
import { alarmSettings } from "./settings/alarm-settings";
import { alertText } from "./settings/alert-text";
import { bucketProtection } from "./settings/bucket-protection";
import { guarddutyDetector, guarddutyFeature, guarddutyMembers } from "./settings/guardduty";
import { keyProtection } from "./settings/key-protection";
import { knownEvent } from "./settings/known-event";
import { logExpiry } from "./settings/log-expiry";
import { logEncryption, logRetention } from "./settings/log-retention";
import { objectLock } from "./settings/object-lock";
import { organizationSettings } from "./settings/organization";
import { providerPin } from "./settings/provider-pin";
import { queueSettings } from "./settings/queue-settings";
import { rootFeatures } from "./settings/root-features";
import { stackFrame } from "./settings/stack-frame";
import { trailCoverage, trailIntegrity } from "./settings/trail";
import { trailEvents } from "./settings/trail-events";
import { undecidedChange } from "./undecided-change";

/** Every rule, in the order in which findings of one severity are listed: what is gone for good comes first. */
export const REVIEW_RULES: readonly ReviewRule[] = [
  keptDestroyed,
  keptReplaced,
  guardrailCoverage,
  guardrailDenial,
  trailCoverage,
  trailEvents,
  rootFeatures,
  organizationSettings,
  delegatedAdministrator,
  providerPin,
  pipelineCode,
  roleTrust,
  rolePermissions,
  alertLost,
  detectionNarrowed,
  subscribers,
  alertRoute,
  severityLowered,
  alarmSettings,
  knownEvent,
  deadLetterTarget,
  deadLetterAlarm,
  queueSettings,
  servicePermission,
  serviceRole,
  resourcePolicyOpened,
  objectLock,
  trailIntegrity,
  logRetention,
  logExpiry,
  bucketProtection,
  keyProtection,
  logEncryption,
  guarddutyMembers,
  guarddutyDetector,
  guarddutyFeature,
  regionDropped,
  securityContact,
  stackFrame,
  planGuard,
  destroyGuard,
  resourceLifecycle,
  keptForgotten,
  alertText,
  guardrailUndecided,
  undecidedChange,
];

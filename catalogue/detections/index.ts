import type { CatalogueDetection, DetectionSet } from "../alerts/detection-sets";
import { accountIdentityChanged } from "./account-identity-changed";
import { accountLeft } from "./account-left";
import { alarmChanged } from "./alarm-changed";
import { alertsNotDelivered } from "./alerts-not-delivered";
import { assumeRootAudit } from "./assume-root-audit";
import { assumeRootByOthers } from "./assume-root-by-others";
import { assumeRootDenied } from "./assume-root-denied";
import { assumeRootDoorOpened } from "./assume-root-door-opened";
import { assumeRootUnlock } from "./assume-root-unlock";
import { baselineKeyChanged } from "./baseline-key-changed";
import { baselineRoleChanged } from "./baseline-role-changed";
import { cisCloudwatch1 } from "./cis-cloudwatch-1";
import { cisCloudwatch10 } from "./cis-cloudwatch-10";
import { cisCloudwatch11 } from "./cis-cloudwatch-11";
import { cisCloudwatch12 } from "./cis-cloudwatch-12";
import { cisCloudwatch13 } from "./cis-cloudwatch-13";
import { cisCloudwatch14 } from "./cis-cloudwatch-14";
import { cisCloudwatch2 } from "./cis-cloudwatch-2";
import { cisCloudwatch3 } from "./cis-cloudwatch-3";
import { cisCloudwatch4 } from "./cis-cloudwatch-4";
import { cisCloudwatch5 } from "./cis-cloudwatch-5";
import { cisCloudwatch6 } from "./cis-cloudwatch-6";
import { cisCloudwatch7 } from "./cis-cloudwatch-7";
import { cisCloudwatch8 } from "./cis-cloudwatch-8";
import { cisCloudwatch9 } from "./cis-cloudwatch-9";
import { cisOrganizations } from "./cis-organizations";
import { delegationChanged } from "./delegation-changed";
import { eventRuleChanged } from "./event-rule-changed";
import { exemptIdentityChanged } from "./exempt-identity-changed";
import { guarddutyChanged } from "./guardduty-changed";
import { guarddutyCritical } from "./guardduty-critical";
import { guarddutyHigh } from "./guardduty-high";
import { guarddutyRootActor } from "./guardduty-root-actor";
import { guarddutyRootCredentialUsage } from "./guardduty-root-credential-usage";
import { guarddutyStealth } from "./guardduty-stealth";
import { guardrailChanged } from "./guardrail-changed";
import { identityCenterChanged } from "./identity-center-changed";
import { identityCenterUserChanged } from "./identity-center-user-changed";
import { knownEventMissing } from "./known-event-missing";
import { logBucketChanged } from "./log-bucket-changed";
import { logFileDeleted } from "./log-file-deleted";
import { logGroupChanged } from "./log-group-changed";
import { managementRootApiCall } from "./management-root-api-call";
import { managementRootConsoleLogin } from "./management-root-console-login";
import { metricFilterChanged } from "./metric-filter-changed";
import { rootAccessKeyUsed } from "./root-access-key-used";
import { rootApiCall } from "./root-api-call";
import { rootConsoleLogin } from "./root-console-login";
import { rootConsoleLoginBlocked } from "./root-console-login-blocked";
import { rootConsoleLoginFailed } from "./root-console-login-failed";
import { rootConsoleLoginWithoutMfa } from "./root-console-login-without-mfa";
import { rootCredentialCreated } from "./root-credential-created";
import { rootFeaturesChanged } from "./root-features-changed";
import { rootMfaChanged } from "./root-mfa-changed";
import { rootPasswordRecovered } from "./root-password-recovered";
import { rootPasswordRecoveryRequested } from "./root-password-recovery-requested";
import { rootPasswordUpdated } from "./root-password-updated";
import { rootSignInChange } from "./root-sign-in-change";
import { signInControlChanged } from "./sign-in-control-changed";
import { topicChanged } from "./topic-changed";
import { trailChanged } from "./trail-changed";
import { trailSilent } from "./trail-silent";

const catalogue = [
  rootConsoleLogin,
  managementRootConsoleLogin,
  rootConsoleLoginWithoutMfa,
  rootConsoleLoginFailed,
  rootConsoleLoginBlocked,
  rootAccessKeyUsed,
  rootCredentialCreated,
  rootPasswordRecoveryRequested,
  rootPasswordRecovered,
  rootPasswordUpdated,
  rootMfaChanged,
  rootSignInChange,
  accountIdentityChanged,
  rootApiCall,
  managementRootApiCall,
  assumeRootAudit,
  assumeRootUnlock,
  assumeRootDoorOpened,
  assumeRootByOthers,
  assumeRootDenied,
  rootFeaturesChanged,
  delegationChanged,
  identityCenterChanged,
  identityCenterUserChanged,
  signInControlChanged,
  trailChanged,
  logGroupChanged,
  metricFilterChanged,
  alarmChanged,
  topicChanged,
  eventRuleChanged,
  guardrailChanged,
  guarddutyChanged,
  logBucketChanged,
  logFileDeleted,
  baselineKeyChanged,
  baselineRoleChanged,
  exemptIdentityChanged,
  accountLeft,
  trailSilent,
  knownEventMissing,
  alertsNotDelivered,
  guarddutyRootCredentialUsage,
  guarddutyRootActor,
  guarddutyStealth,
  guarddutyHigh,
  guarddutyCritical,
  cisCloudwatch1,
  cisCloudwatch2,
  cisCloudwatch3,
  cisCloudwatch4,
  cisCloudwatch5,
  cisCloudwatch6,
  cisCloudwatch7,
  cisCloudwatch8,
  cisCloudwatch9,
  cisCloudwatch10,
  cisCloudwatch11,
  cisCloudwatch12,
  cisCloudwatch13,
  cisCloudwatch14,
  cisOrganizations,
] as const satisfies readonly CatalogueDetection[];

/** Id of a detection, as a configuration lists it. */
export type DetectionId = (typeof catalogue)[number]["id"];

/** Every detection, in the order in which the documentation lists them. */
export const DETECTIONS: readonly (CatalogueDetection & { readonly id: DetectionId })[] = catalogue;

/** Ids that a configuration may list. */
export const DETECTION_IDS: readonly DetectionId[] = DETECTIONS.map((detection) => detection.id);

/** The detections that a list of sets and ids chooses, each once, in the order of the catalogue. */
export const chosenFrom = (choices: readonly (DetectionSet | DetectionId)[]): typeof DETECTIONS =>
  DETECTIONS.filter(({ id, set }) => choices.some((choice) => choice === id || choice === set));

import { accountsDiffer, trialAccountsExist } from "./accounts";
import { adoptionIsNoRelease } from "./adoption";
import { arnsAreOfThePartition } from "./arns";
import { restrictionLeavesSomebody, tasksAreReachable, tasksMakeSense } from "./break-glass";
import type { Check } from "./check";
import { complianceIsMeant } from "./compliance-lock";
import { ownDetectionsAreProven } from "./detection-proofs";
import { filtersFit, patternsFit, ruleNamesFit } from "./detection-quotas";
import {
  detectionsAreListedOnce,
  overridesChangeSomething,
  thresholdsCountSomething,
  ownDetectionsHaveTheirId,
} from "./detections";
import { custodyIsSplit, devicesHaveTwoHolders } from "./custody";
import { endpointsHaveTheirForm, firehoseHasItsRole } from "./endpoints";
import { exemptionsAreNoBypass } from "./exempt-patterns";
import { packsHoldTogether } from "./guardrail-packs";
import { targetsHaveRoom } from "./guardrail-quota";
import { guardrailsAreListedOnce, targetsAreBound, targetsKeepApart } from "./guardrail-targets";
import { nobodyIsLockedOut } from "./lock-out";
import { archiveIsBound } from "./log-archive";
import { expiryFollowsLock } from "./log-expiry";
import { nameIsFree, namesFit } from "./names";
import { policyTypeIsEnabled, trustedAccessIsComplete } from "./organization";
import { policiesFit } from "./policy-size";
import { homeRegionExists, homeRegionIsGoverned, regionsExist } from "./regions";
import { exceptionsEnd, exceptionsExceptSomething } from "./root-exceptions";
import { featuresExist, sessionsComeWithManagement, tasksHaveSessions } from "./root-features";
import { contactCanBeSet } from "./security-contact";
import {
  channelsHearSomething,
  recordMailsNobody,
  severitiesAreHeard,
  severitiesAreInUse,
  subscriptionsDiffer,
} from "./subscriptions";
import { tagKeysDiffer, tagsFit } from "./tags";
import { policiesAreReadable, policyNamesDiffer } from "./team-policies";
import { agentsHaveTheirFeature, exceptionsAreFromSomething } from "./threat-detection";

/** Every check of meaning, in the order in which a report lists them: the order of the configuration. */
export const CHECKS: readonly Check[] = [
  namesFit,
  nameIsFree,
  tagKeysDiffer,
  tagsFit,
  trustedAccessIsComplete,
  policyTypeIsEnabled,
  accountsDiffer,
  trialAccountsExist,
  homeRegionExists,
  regionsExist,
  homeRegionIsGoverned,
  arnsAreOfThePartition,
  featuresExist,
  sessionsComeWithManagement,
  tasksHaveSessions,
  tasksMakeSense,
  tasksAreReachable,
  contactCanBeSet,
  restrictionLeavesSomebody,
  guardrailsAreListedOnce,
  targetsKeepApart,
  targetsAreBound,
  archiveIsBound,
  packsHoldTogether,
  policiesAreReadable,
  policyNamesDiffer,
  targetsHaveRoom,
  policiesFit,
  exemptionsAreNoBypass,
  nobodyIsLockedOut,
  exceptionsEnd,
  exceptionsExceptSomething,
  complianceIsMeant,
  expiryFollowsLock,
  detectionsAreListedOnce,
  overridesChangeSomething,
  thresholdsCountSomething,
  ownDetectionsHaveTheirId,
  ownDetectionsAreProven,
  patternsFit,
  filtersFit,
  ruleNamesFit,
  severitiesAreHeard,
  severitiesAreInUse,
  channelsHearSomething,
  recordMailsNobody,
  subscriptionsDiffer,
  endpointsHaveTheirForm,
  firehoseHasItsRole,
  agentsHaveTheirFeature,
  exceptionsAreFromSomething,
  devicesHaveTwoHolders,
  custodyIsSplit,
  adoptionIsNoRelease,
];

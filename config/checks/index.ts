import { accountsDiffer, adoptionIsNoRelease, trialAccountsExist } from "./accounts";
import { arnsAreOfThePartition } from "./arns";
import { archiveIsBound, complianceIsMeant, expiryFollowsLock } from "./audit-trail";
import type { Check } from "./check";
import { custodyIsSplit, devicesHaveTwoHolders } from "./custody";
import { filtersFit, messagesFit, patternsFit, ruleNamesFit } from "./detection-quotas";
import {
  overridesChangeSomething,
  overridesSilenceNothing,
  breakGlassIsNoAutomation,
  ownDetectionsAreProven,
  ownDetectionsHaveTheirId,
  thresholdsCountSomething,
} from "./detections";
import { endpointsHaveTheirForm, firehoseHasItsRole } from "./endpoints";
import { exemptionsNameSomebody } from "./exempt-principals";
import {
  guardrailsAreListedOnce,
  packsHoldTogether,
  policiesAreReadable,
  signInCanBeRefused,
  targetsAreBound,
  targetsKeepApart,
} from "./guardrails";
import { exemptionsAreNoBypass, nobodyIsLockedOut } from "./judged-policies";
import { nameIsDistinctive, nameIsFree, namesFit } from "./names";
import { policyTypeIsEnabled, policyTypesCanBeOwned, trustedAccessIsComplete } from "./organization";
import { policyNamesDiffer, renamesAreClear } from "./policy-names";
import { policiesFit, targetsHaveRoom } from "./policy-quotas";
import { homeRegionExists, homeRegionIsGoverned, leavingRegionsLeave, regionsExist } from "./regions";
import {
  contactCanBeSet,
  featuresExist,
  restrictionLeavesSomebody,
  sessionsComeWithManagement,
  tasksAreReachable,
  tasksHaveSessions,
  tasksMakeSense,
} from "./root-access";
import { exceptionsEnd, exceptionsExceptSomething } from "./root-exceptions";
import {
  channelsHearSomething,
  recordMailsNobody,
  severitiesAreHeard,
  severitiesAreInUse,
  subscriptionsDiffer,
  subscriptionsHaveTheirAddress,
} from "./subscriptions";
import { tagKeysDiffer, tagsFit } from "./tags";
import { agentsHaveTheirFeature, exceptionsAreFromSomething } from "./threat-detection";

export { problemsOf } from "./check";

/** Every check of meaning, in the order in which a report lists them: the order of the configuration. */
export const CHECKS: readonly Check[] = [
  namesFit,
  nameIsFree,
  nameIsDistinctive,
  tagKeysDiffer,
  tagsFit,
  trustedAccessIsComplete,
  policyTypeIsEnabled,
  policyTypesCanBeOwned,
  accountsDiffer,
  trialAccountsExist,
  homeRegionExists,
  regionsExist,
  homeRegionIsGoverned,
  leavingRegionsLeave,
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
  signInCanBeRefused,
  archiveIsBound,
  packsHoldTogether,
  policiesAreReadable,
  policyNamesDiffer,
  renamesAreClear,
  targetsHaveRoom,
  policiesFit,
  exemptionsNameSomebody,
  exemptionsAreNoBypass,
  nobodyIsLockedOut,
  exceptionsEnd,
  exceptionsExceptSomething,
  complianceIsMeant,
  expiryFollowsLock,
  overridesChangeSomething,
  overridesSilenceNothing,
  breakGlassIsNoAutomation,
  thresholdsCountSomething,
  ownDetectionsHaveTheirId,
  ownDetectionsAreProven,
  patternsFit,
  filtersFit,
  ruleNamesFit,
  messagesFit,
  severitiesAreHeard,
  severitiesAreInUse,
  channelsHearSomething,
  recordMailsNobody,
  subscriptionsDiffer,
  subscriptionsHaveTheirAddress,
  endpointsHaveTheirForm,
  firehoseHasItsRole,
  agentsHaveTheirFeature,
  exceptionsAreFromSomething,
  devicesHaveTwoHolders,
  custodyIsSplit,
  adoptionIsNoRelease,
];

import { accountsDiffer, trialAccountsExist } from "./accounts";
import { adoptionIsNoRelease } from "./adoption";
import { arnsAreOfThePartition } from "./arns";
import { restrictionLeavesSomebody, tasksAreReachable, tasksMakeSense } from "./break-glass";
import type { Check } from "./check";
import { complianceIsMeant } from "./compliance-lock";
import { custodyIsSplit, devicesHaveTwoHolders } from "./custody";
import { endpointsHaveTheirForm, firehoseHasItsRole } from "./endpoints";
import { targetsHaveRoom } from "./guardrail-quota";
import { guardrailsAreListedOnce, targetsAreBound, targetsKeepApart } from "./guardrail-targets";
import { expiryFollowsLock } from "./log-expiry";
import { nameIsFree, namesFit } from "./names";
import { policyTypeIsEnabled, trustedAccessIsComplete } from "./organization";
import { homeRegionExists, homeRegionIsGoverned, regionsExist } from "./regions";
import { exceptionsAreApart, exceptionsEnd, exceptionsExceptSomething } from "./root-exceptions";
import { featuresExist, sessionsComeWithManagement, tasksHaveSessions } from "./root-features";
import { contactCanBeSet } from "./security-contact";
import { recordMailsNobody, severitiesAreHeard, severitiesAreInUse, subscriptionsDiffer } from "./subscriptions";
import { tagKeysDiffer, tagsFit } from "./tags";
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
  targetsHaveRoom,
  exceptionsEnd,
  exceptionsAreApart,
  exceptionsExceptSomething,
  complianceIsMeant,
  expiryFollowsLock,
  severitiesAreHeard,
  severitiesAreInUse,
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

import type { Partition } from "../../catalogue/partitions";
import type { RootTaskId } from "../../catalogue/aws/root-tasks";
import { found, type Check } from "./check";

/** What a partition lacks, and why. Source: IAM User Guide, centralized root access in AWS GovCloud (US). */
const noRootCredentials = (partition: string): string =>
  `accounts of the ${partition} partition have no root credentials to manage centrally, only root sessions`;

/** A feature is named only where it exists. */
export const featuresExist: Check = ({ baseline: { rootAccess }, partition }) =>
  rootAccess.features
    .map((feature, index) => ({
      where: `rootAccess.features[${index}]`,
      rule: `be left out (list ${partition.rootFeatures.join(", ")}): ${noRootCredentials(partition.id)}`,
      got: feature,
    }))
    .filter(({ got }) => !partition.rootFeatures.includes(got));

/** Where both exist, sessions alone are half of the protection. */
export const sessionsComeWithManagement: Check = ({ baseline, partition }) => {
  const { features } = baseline.rootAccess;
  return found(
    partition.rootFeatures.includes("RootCredentialsManagement") &&
      features.includes("RootSessions") &&
      !features.includes("RootCredentialsManagement") && {
        where: "rootAccess.features",
        rule: 'contain "RootCredentialsManagement" beside "RootSessions": sessions alone leave new accounts with root credentials',
        got: features,
      },
  );
};

/** A break-glass task is one root session. */
export const tasksHaveSessions: Check = ({ baseline }) => {
  const { features, breakGlass } = baseline.rootAccess;
  return found(
    breakGlass.tasks.length > 0 &&
      !features.includes("RootSessions") && {
        where: "rootAccess.breakGlass.tasks",
        rule: 'be empty unless rootAccess.features contains "RootSessions": each task is done in a root session',
        got: breakGlass.tasks,
      },
  );
};

/** Tasks that work on root credentials. */
const CREDENTIAL_TASKS: readonly RootTaskId[] = ["audit", "create-password", "delete-credentials"];

/** Where there are no root credentials to manage, a task on them is a role that can do nothing. */
export const tasksMakeSense: Check = ({ baseline: { rootAccess }, partition }) =>
  partition.rootFeatures.includes("RootCredentialsManagement")
    ? []
    : rootAccess.breakGlass.tasks
        .map((task, index) => ({
          where: `rootAccess.breakGlass.tasks[${index}]`,
          rule: `be left out: ${noRootCredentials(partition.id)}`,
          got: task,
        }))
        .filter(({ got }) => CREDENTIAL_TASKS.includes(got));

/** A break-glass role that nobody may assume is of no use. */
export const tasksAreReachable: Check = ({ baseline }) => {
  const { tasks, trust } = baseline.rootAccess.breakGlass;
  return found(
    tasks.length > 0 &&
      trust.permissionSets.length + trust.users.length + trust.roles.length === 0 && {
        where: "rootAccess.breakGlass.trust",
        rule: "name a permission set, a user or a role: otherwise nobody can assume the roles of rootAccess.breakGlass.tasks",
        got: trust,
      },
  );
};

/** Delegation gives root sessions to the security account; the guardrail takes them from all but break-glass roles. */
export const restrictionLeavesSomebody: Check = ({ baseline: { rootAccess, guardrails } }) =>
  rootAccess.features.includes("RootSessions") && rootAccess.breakGlass.tasks.length === 0
    ? guardrails.attach
        .map(({ id }, index) => ({
          where: `guardrails.attach[${index}].id`,
          rule: "be left out until rootAccess.breakGlass.tasks names a task: without a break-glass role nobody outside the management account could open a root session",
          got: id,
        }))
        .filter(({ got }) => got === "restrict-root-sessions")
    : [];

/**
 * Partitions without the Account Management API, through which an alternate contact is set.
 * Source: botocore 1.43.107 `endpoints.json`: `account` has endpoints in aws and aws-cn only (read 2026-11).
 */
const WITHOUT_CONTACTS: readonly Partition["id"][] = ["aws-us-gov"];

/** A contact is set only where AWS has a way to set it. */
export const contactCanBeSet: Check = ({ baseline: { rootAccess }, partition }) =>
  found(
    rootAccess.securityContact !== undefined &&
      WITHOUT_CONTACTS.includes(partition.id) && {
        where: "rootAccess.securityContact",
        rule: `be left out: the ${partition.id} partition has no Account Management API to set it with`,
        got: rootAccess.securityContact,
      },
  );

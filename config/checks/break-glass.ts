import type { RootTaskId } from "../../catalogue/root-tasks";
import { check, checkInPartition, found } from "./check";
import { noRootCredentials } from "./root-features";

/** Tasks that work on root credentials. */
const CREDENTIAL_TASKS: readonly RootTaskId[] = ["audit", "create-password", "delete-credentials"];

/** Where there are no root credentials to manage, a task on them is a role that can do nothing. */
export const tasksMakeSense = checkInPartition(["rootAccess"], ({ rootAccess }, partition) =>
  partition.rootFeatures.includes("RootCredentialsManagement")
    ? []
    : rootAccess.breakGlass.tasks
        .map((task, index) => ({
          where: `rootAccess.breakGlass.tasks[${index}]`,
          rule: `be left out: ${noRootCredentials(partition.id)}`,
          got: task,
        }))
        .filter(({ got }) => CREDENTIAL_TASKS.includes(got)),
);

/** A break-glass role that nobody may assume is a door without a handle. */
export const tasksAreReachable = check(["rootAccess"], ({ rootAccess: { breakGlass } }) => {
  const { permissionSets, users, roles } = breakGlass.trust;
  return found(
    breakGlass.tasks.length > 0 &&
      permissionSets.length + users.length + roles.length === 0 && {
        where: "rootAccess.breakGlass.trust",
        rule: "name a permission set, a user or a role: otherwise nobody can assume the roles of rootAccess.breakGlass.tasks",
        got: breakGlass.trust,
      },
  );
});

/** Delegation gives root sessions to the security account; the guardrail takes them from all but break-glass roles. */
export const restrictionLeavesSomebody = check(["rootAccess", "guardrails"], ({ rootAccess, guardrails }) =>
  rootAccess.features.includes("RootSessions") && rootAccess.breakGlass.tasks.length === 0
    ? guardrails.attach
        .map(({ id }, index) => ({
          where: `guardrails.attach[${index}].id`,
          rule: "be left out until rootAccess.breakGlass.tasks names a task: without a break-glass role nobody outside the management account could open a root session",
          got: id,
        }))
        .filter(({ got }) => got === "restrict-root-sessions")
    : [],
);

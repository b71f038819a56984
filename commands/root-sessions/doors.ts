import { parseArn } from "../../catalogue/aws/arn";
import { ROOT_TASKS, rootTask, taskPolicyArn } from "../../catalogue/aws/root-tasks";
import type { Blueprint } from "../../config";

/** The break-glass roles of a configuration. */
export interface Doors {
  /** Account that holds them. */
  readonly account: string;
  /** ARNs of the roles. */
  readonly roles: ReadonlySet<string>;
  /** Whether a caller is a session of the break-glass role for exactly this task. */
  readonly open: (caller: string, task: string) => boolean;
}

/** `arn:aws:iam::…:role/name` for a session of it, or the ARN as it is. Our roles have no path, which a session leaves out. */
function roleOf(caller: string): string {
  const found = parseArn(caller);
  const name = /^assumed-role\/([^/]+)\//.exec(found?.resource ?? "")?.[1];
  return found === undefined || name === undefined
    ? caller
    : `arn:${found.partition}:iam::${found.account}:role/${name}`;
}

/** The doors of a configuration. */
export function doorsOf({ accounts, arns, baseline, partition }: Blueprint): Doors {
  const tasks = new Map(
    baseline.rootAccess.breakGlass.tasks.map((id) => [
      arns.breakGlassRole(id),
      taskPolicyArn(partition.id, rootTask(id)),
    ]),
  );
  return {
    account: accounts.security.id,
    roles: new Set(tasks.keys()),
    open: (caller, task) => tasks.get(roleOf(caller)) === task,
  };
}

/** A task as a configuration names it; the ARN of its policy where we do not know it. */
export const taskName = (policy: string): string =>
  ROOT_TASKS.find(({ policyName }) => policy.endsWith(`:policy/root-task/${policyName}`))?.id ?? policy;

import { ROOT_TASKS, taskPolicyArn } from "../../catalogue/root-tasks";
import { names } from "../names";
import { ANY_MEMBER, callAt, type Circumstances, type MustPass, type Read } from "./must-pass";

/** A break-glass role opens a root session in any member account. */
export function breakGlass(baseline: Read, at: Circumstances): readonly MustPass[] {
  const account = baseline.accounts.security.id;
  return ROOT_TASKS.filter(({ id }) => baseline.rootAccess.breakGlass.tasks.includes(id)).map((task) => {
    const name = names(baseline).breakGlassRole(task.id);
    const principal = { type: "role", account, name, ...at.caller } as const;
    const context = { "sts:TaskPolicyArn": taskPolicyArn(at.partition, task) };
    return {
      who: `the break-glass role ${name}`,
      loss: "nobody outside the management account can open a root session for its task",
      account,
      call: callAt(at, principal, "sts:AssumeRoot", `arn:${at.partition}:iam::${ANY_MEMBER}:root`, context),
    };
  });
}

import { ROOT_TASKS, taskPolicyArn } from "../../catalogue/root-tasks";
import type { Blueprint } from "../blueprint";
import { ANY_MEMBER, belonging, callAt, type MustPass } from "./call";

const chosenTasks = ({ baseline }: Blueprint) =>
  ROOT_TASKS.filter(({ id }) => baseline.rootAccess.breakGlass.tasks.includes(id));

const resourceOf = ({ arns }: Blueprint, action: string, account: string): string => {
  if (action.startsWith("s3:")) return arns.bucket("example-bucket");
  if (action.startsWith("sqs:")) return arns.regional("sqs", account, "example-queue");
  return arns.rootUser(account);
};

/** A root session does its task in every member account: those of break glass, or all where none is chosen. */
export function rootSessions(blueprint: Blueprint, accounts: readonly string[]): readonly MustPass[] {
  if (!blueprint.baseline.rootAccess.features.includes("RootSessions")) return [];
  const chosen = chosenTasks(blueprint);
  const session = (account: string) => ({ type: "assumed-root", account, ...belonging(blueprint) }) as const;
  return [ANY_MEMBER, ...accounts].flatMap((account) =>
    (chosen.length > 0 ? chosen : ROOT_TASKS).flatMap(({ id, actions }) =>
      actions.map((action) => ({
        who: "root sessions",
        loss: `the root task ${id} cannot be done (a deny of root needs "Null": { "aws:AssumedRoot": "true" } in its Condition)`,
        call: callAt(blueprint, session(account), action, resourceOf(blueprint, action, account)),
        ...(account === ANY_MEMBER ? {} : { account }),
      })),
    ),
  );
}

/** A break-glass role opens a root session in any member account. */
export function breakGlass(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, arns, names, partition } = blueprint;
  const account = accounts.security.id;
  return chosenTasks(blueprint).map((task) => {
    const name = names.breakGlassRole(task.id);
    const principal = { type: "role", account, name, ...belonging(blueprint) } as const;
    const context = { "sts:TaskPolicyArn": taskPolicyArn(partition.id, task) };
    return {
      who: `the break-glass role ${name}`,
      loss: "nobody outside the management account can open a root session for its task",
      account,
      call: callAt(blueprint, principal, "sts:AssumeRoot", arns.rootUser(ANY_MEMBER), context),
    };
  });
}

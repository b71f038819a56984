import { ROOT_TASKS, taskPolicyArn } from "../../../catalogue/aws/root-tasks";
import type { Blueprint } from "../../blueprint";
import { ANY_MEMBER, belonging, made, type MustPass } from "../call";

const chosenTasks = ({ baseline }: Blueprint) =>
  ROOT_TASKS.filter(({ id }) => baseline.rootAccess.breakGlass.tasks.includes(id));

const resourceOf = ({ arns }: Blueprint, action: string, account: string): string => {
  if (action.startsWith("s3:")) return arns.bucket("example-bucket");
  if (action.startsWith("sqs:")) return arns.regional("sqs", account, "example-queue");
  return arns.rootUser(account);
};

/** A root session does its task in each of the accounts: those of break glass, or all where none is chosen. */
export function rootSessions(blueprint: Blueprint, accounts: readonly string[]): readonly MustPass[] {
  if (!blueprint.baseline.rootAccess.features.includes("RootSessions")) return [];
  const chosen = chosenTasks(blueprint);
  return accounts.flatMap((account) =>
    (chosen.length > 0 ? chosen : ROOT_TASKS).flatMap(({ id, actions }) =>
      actions.map((action) =>
        made(blueprint, {
          who: "root sessions",
          loss: `the root task ${id} cannot be done`,
          principal: { type: "assumed-root", account, ...belonging(blueprint) },
          action,
          resource: resourceOf(blueprint, action, account),
          owner: account,
          signIn: "session of a role",
          account: account === ANY_MEMBER ? undefined : account,
        }),
      ),
    ),
  );
}

/** A break-glass role opens a root session in any member account. */
export function breakGlass(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, arns, names, partition } = blueprint;
  const account = accounts.security.id;
  return chosenTasks(blueprint).map((task) => {
    const name = names.breakGlassRole(task.id);
    return made(blueprint, {
      who: `the break-glass role ${name}`,
      loss: "nobody outside the management account can open a root session for its task",
      principal: { type: "role", account, name, ...belonging(blueprint) },
      action: "sts:AssumeRoot",
      resource: arns.rootUser(ANY_MEMBER),
      owner: ANY_MEMBER,
      account,
      signIn: "session of a role",
      context: { "sts:TaskPolicyArn": taskPolicyArn(partition.id, task) },
    });
  });
}

import { ROOT_TASKS } from "../../catalogue/root-tasks";
import { ANY_MEMBER, callAt, type Circumstances, type MustPass, type Read } from "./must-pass";

const resourceOf = ({ partition, region }: Circumstances, action: string, account: string): string => {
  if (action.startsWith("s3:")) return `arn:${partition}:s3:::example-bucket`;
  if (action.startsWith("sqs:")) return `arn:${partition}:sqs:${region}:${account}:example-queue`;
  return `arn:${partition}:iam::${account}:root`;
};

/** A root session does its task in every member account: those of break glass, or all where none is chosen. */
export function rootSessions(
  { rootAccess }: Read,
  at: Circumstances,
  accounts: readonly string[],
): readonly MustPass[] {
  if (!rootAccess.features.includes("RootSessions")) return [];
  const chosen = ROOT_TASKS.filter(({ id }) => rootAccess.breakGlass.tasks.includes(id));
  return [ANY_MEMBER, ...accounts].flatMap((account) =>
    (chosen.length > 0 ? chosen : ROOT_TASKS).flatMap(({ id, actions }) =>
      actions.map((action) => ({
        who: "root sessions",
        loss: `the root task ${id} cannot be done (a deny of root needs "Null": { "aws:AssumedRoot": "true" } in its Condition)`,
        call: callAt(at, { type: "assumed-root", account, ...at.caller }, action, resourceOf(at, action, account)),
        ...(account === ANY_MEMBER ? {} : { account }),
      })),
    ),
  );
}

import { blueprintOf, type Baseline } from "../../config";
import type { RootSessions } from "../../root-sessions";
import { table } from "../output/table";
import { wrapText } from "../output/wrap";
import { announcement, expectedAlerts } from "../root-alerts";

const WIDTH = 80;

/** What is asked of a root session before it is opened. */
interface Wanted {
  readonly baseline: Baseline;
  readonly sessions: RootSessions;
  readonly account: string;
  readonly region: string;
  /** What is done in it, for a person. */
  readonly does: string;
  /** Calls in it, such as `s3:DeleteBucketPolicy`. */
  readonly calls: readonly string[];
}

/** What is said before a root session is opened: where, for what, by whom, and which alerts that raises. */
export function announced({ baseline, sessions, account, region, does, calls }: Wanted): string {
  const blueprint = blueprintOf(baseline);
  const { task, caller, name } = sessions;
  const rows = [
    ["account", account],
    ["Region", region],
    ["task", `${task.id}: ${task.purpose}`],
    ["risk", task.risk],
    ["role", blueprint.arns.breakGlassRole(task.id)],
    ["session", name],
    ["by", caller.arn],
    ["then", does],
  ];
  const alerts = expectedAlerts(blueprint, caller, { task: task.id, account, calls });
  const nameless = caller.isUser
    ? [
        ...wrapText(
          `The trust of an IAM user asks for the user's name: no record of AWS has the reason. Note it.`,
          WIDTH,
        ),
        "",
      ]
    : [];
  return [table(rows), "", ...nameless, announcement(1, alerts)].join("\n");
}

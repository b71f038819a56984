import type { RootTaskId } from "../../../catalogue/aws/root-tasks";
import { judgesOf } from "../../../commands/replay/judges";
import { blueprintOf, parseConfig, type BaselineConfig } from "../../../config";
import { findingOf, recordsOf } from "../../../root-sessions/recorded-events";

/** Ids of the detections that fire on calls which AWS was really asked for, by the names that its log gave them. */
export function firedBy(
  config: BaselineConfig,
  calls: ReadonlySet<string>,
  task: RootTaskId = "audit",
): ReadonlySet<string> {
  const blueprint = blueprintOf(parseConfig(config));
  const judges = judgesOf(blueprint);
  const account = "444444444444";
  const caller = { arn: "arn:aws:iam::111111111111:user/deployer", account: "111111111111", isUser: true, person: "d" };
  // What the tasks are about; AssumeRole, AssumeRoot and the look at the organization stand before it.
  const inSession = [...calls].filter((call) => /^(iam|s3|sqs):/.test(call));
  const events = [...recordsOf(blueprint, caller, { task, account, calls: inSession }), findingOf(blueprint, account)];
  return new Set(events.flatMap((event) => judges.of(event).map(({ id }) => id)));
}

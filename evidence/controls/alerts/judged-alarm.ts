import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { Blueprint } from "../../../config";
import { applied, gap, type Finding, type Mend } from "../../item";
import type { ExpectedAlarm } from "./expected-alarms";
import { watchProblem } from "./watch";

/** The command that switches the actions of an alarm on again. */
export const enable = (name: string, region: string): Mend => ({
  run: [["aws", "cloudwatch", "enable-alarm-actions", "--region", region, "--alarm-names", name]],
});

/** Topics of the baseline in an account. */
const topicsIn = ({ arns, severities }: Blueprint, account: ExpectedAlarm["account"]): readonly string[] =>
  account === "security" ? [arns.secondTopic()] : severities.map((severity) => arns.topic(severity));

/** What is wrong with an alarm that tells of silence, or of what was not delivered. */
export function judgeExpected(
  { name, stack, account, region, watches, tells }: ExpectedAlarm,
  of: string,
  live: MetricAlarm | undefined,
  blueprint: Blueprint,
): readonly Finding[] {
  const apply = applied(stack);
  if (live === undefined) return [gap(of, "does not exist", apply)];
  if (live.ActionsEnabled === false) return [gap(of, "its actions are switched off", enable(name, region))];
  const told = live.AlarmActions ?? [];
  if (tells && told.length === 0) return [gap(of, "tells nobody", apply)];
  if (tells && !topicsIn(blueprint, account).some((topic) => told.includes(topic)))
    return [gap(of, `tells no topic of the baseline, but ${told.join(", ")}`, apply)];
  const problem = watchProblem(live, watches);
  return problem === undefined ? [] : [gap(of, problem, apply)];
}

/** An alarm of the baseline's name that no stack makes: it is somebody's, and must not be dumb. */
export function judgeOther(live: MetricAlarm, region: string): readonly Finding[] {
  const { AlarmName: name = "", ActionsEnabled, AlarmActions = [] } = live;
  if (ActionsEnabled === false) return [gap(name, "its actions are switched off", enable(name, region))];
  return AlarmActions.length === 0
    ? [gap(name, "tells nobody", { mend: "whoever made it names a topic among its actions, or deletes it" })]
    : [];
}

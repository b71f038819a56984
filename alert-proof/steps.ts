import type { PathPart } from "../catalogue/alerts/alert-path";
import { publicText } from "../config";
import { isUnread, type Reading } from "../organization/clients/reading";
import type { AlarmSeen, RuleSeen, TopicSeen } from "./facts";
import type { Made } from "./make";

/** A part of a path, and whether the call was seen to pass it. */
export interface Step {
  readonly part: PathPart | "call";
  readonly seen: boolean;
  /** The evidence, or what is missing, in words. */
  readonly says: string;
}

const step = (part: Step["part"], seen: boolean, says: string): Step => ({ part, seen, says });

/** A step that was read; what AWS did not show is not seen, and says so. */
export function stepOf<T>(part: Step["part"], reading: Reading<T> | undefined, judge: (value: T) => Step): Step {
  if (reading === undefined) return step(part, false, "nobody asked AWS for it");
  return isUnread(reading) ? step(part, false, `not read: ${reading.unread}`) : judge(reading.value);
}

export const callStep = (made: readonly Made[]): Step => {
  const done = made.find(({ requestId }) => requestId !== undefined);
  const why = made.find(({ notMade }) => notMade !== undefined)?.notMade ?? "interrupted before it";
  return done === undefined
    ? step("call", false, `not made: ${why}`)
    : step("call", true, `made at ${done.at}, request ${done.requestId ?? ""}`);
};

export const recordStep = (recorded: boolean, logGroup: string): Step =>
  recorded
    ? step("log-group", true, `its record is in ${logGroup}`)
    : step("log-group", false, `its record did not reach ${logGroup}: look at the trail and its delivery role`);

export const filterStep = ({ counted }: AlarmSeen, metric: string): Step =>
  counted > 0
    ? step("filter", true, `${metric} counted ${counted}`)
    : step("filter", false, `${metric} counted nothing: its filter does not see the call`);

/** An alarm acts when its state changes, not while it stands. Source: CloudWatch User Guide, alarm actions. */
export function alarmStep(
  name: string,
  { state, raised, actionsEnabled }: AlarmSeen,
  before: string | undefined,
): Step {
  if (raised !== undefined) return step("alarm", true, `${name} went to ALARM at ${raised}`);
  if (state === undefined) return step("alarm", false, `there is no alarm ${name}`);
  if (before === "ALARM") return step("alarm", false, `${name} was in ALARM before the call: try again when it is OK`);
  return step("alarm", false, `${name} did not go to ALARM${actionsEnabled ? "" : ", and its actions are off"}`);
}

export function actionStep(name: string, { actions, actionsEnabled }: AlarmSeen, topicArn: string): Step {
  if (actions.some((each) => each.startsWith("Successfully executed action") && each.endsWith(topicArn)))
    return step("alarm", true, `its action told ${topicArn}`);
  if (!actionsEnabled) return step("alarm", false, `${name} has its actions switched off`);
  return step("alarm", false, `${name} did not tell ${topicArn}${actions.map((each) => `; ${each}`).join("")}`);
}

/** A rule that called every target for every event that should have come. */
export function ruleStep(name: string, rule: RuleSeen, expected: { readonly events: number; readonly target: string }) {
  const { state, targets, invocations, failed } = rule;
  if (state === undefined) return step("rule", false, `there is no rule ${name}`);
  if (state !== "ENABLED") return step("rule", false, `the rule ${name} is ${state}`);
  if (!targets.includes(expected.target)) return step("rule", false, `${name} does not tell ${expected.target}`);
  if (failed > 0) return step("rule", false, `${name} failed to reach a target ${failed} times`);
  const wanted = expected.events * targets.length;
  return step(
    "rule",
    expected.events > 0 && invocations >= wanted,
    invocations === 0 ? `${name} told nobody` : `${name} told its targets ${invocations} times, ${wanted} were due`,
  );
}

/** An endpoint as a person may read it anywhere. */
const shown = ({ protocol = "", endpoint = "" }: TopicSeen["subscriptions"][number]): string =>
  `${protocol} ${publicText(endpoint)}`;

/** A topic that took every message, and delivered each to everybody who should be told. */
export function topicStep(name: string, topic: TopicSeen, messages: number): Step {
  const { exists, published, delivered, failed, subscriptions } = topic;
  const waiting = subscriptions.filter(({ confirmed }) => !confirmed);
  const told = subscriptions.filter(({ confirmed }) => confirmed);
  const counts = `${published} published, ${delivered} delivered, ${failed} failed`;
  if (!exists) return step("topic", false, `there is no topic ${name}`);
  if (published < messages) return step("topic", false, `${name} took ${published} of ${messages} messages`);
  if (told.length === 0) return step("subscription", false, `${name} tells nobody: no subscription is confirmed`);
  if (waiting.length > 0)
    return step("subscription", false, `${waiting.map(shown).join(", ")} has not confirmed: nothing reaches it`);
  if (failed > 0 || delivered < messages * told.length)
    return step("subscription", false, `${name}: ${counts}, to ${told.map(shown).join(", ")}`);
  return step("subscription", true, `${name}: ${counts}, to ${told.map(shown).join(", ")}`);
}

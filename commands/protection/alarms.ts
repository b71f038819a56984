import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { AlarmsFacts } from "../../organization/services/alarms";
import { publicText } from "../../config";
import { nameOfArn } from "../../organization/services/arn";
import type { EventRuleFacts } from "../../organization/services/event-rules";
import type { TopicFacts } from "../../organization/services/topics";
import { together, type Parts } from "../../organization/clients/reading";
import { line, listed, read, wrapped } from "./lines";

function topicText({ name, keyArn, subscriptions }: TopicFacts): string {
  const told = subscriptions.map(
    ({ protocol, endpoint, confirmed }) =>
      `${protocol} ${publicText(endpoint ?? "")}${confirmed ? "" : " (not confirmed yet)"}`,
  );
  return `${name}: ${keyArn === undefined ? "NOT ENCRYPTED" : "encrypted"} → ${listed(told, "NOBODY")}`;
}

const ruleText = ({ name, state, region, targets }: EventRuleFacts): string =>
  `${name}${state === "ENABLED" ? "" : ` (${state})`} in ${region} → ${listed(
    targets.map(({ arn }) => nameOfArn(arn)),
    "NOBODY",
  )}`;

const isHeard = ({ AlarmActions = [], ActionsEnabled }: MetricAlarm): boolean =>
  ActionsEnabled !== false && AlarmActions.length > 0;

/** Alarms by the topic that they tell; what tells nobody stands alone, so that it cannot be overlooked. */
function alarmLines(alarms: readonly MetricAlarm[], topics: readonly TopicFacts[]): readonly string[] {
  const nameOf = ({ AlarmName = "" }: MetricAlarm) => AlarmName;
  const told = topics.flatMap(({ arn, name }) => {
    const names = alarms.filter((alarm) => isHeard(alarm) && alarm.AlarmActions?.includes(arn)).map(nameOf);
    return names.length === 0
      ? []
      : [line("alarms", `${names.length} tell ${name}:`), ...wrapped("", names.map(withoutPrefix(name)).sort())];
  });
  const silent = alarms
    .filter((alarm) => !isHeard(alarm))
    .map(({ AlarmName = "", AlarmActions = [] }) =>
      line("alarm", `${AlarmName} (ACTIONS ARE OFF) → ${listed(AlarmActions.map(nameOfArn), "NOBODY")}`),
    );
  return [...told, ...silent];
}

/** The prefix that every name of the baseline shares stands in the topic's name already. */
const withoutPrefix =
  (topicName: string) =>
  (name: string): string => {
    const prefix = topicName.slice(0, topicName.lastIndexOf("-") + 1);
    return name.startsWith(prefix) ? name.slice(prefix.length) : name;
  };

export const showAlarms = ({ topics, alarms, alertRules, forwardRules }: Parts<AlarmsFacts>): readonly string[] => [
  ...read("topic", topics, (all) => all.map((topic) => line("topic", topicText(topic)))),
  ...read("alarms", together(alarms, topics), ([all, told]) => alarmLines(all, told)),
  ...read("forwarded", forwardRules, (rules) => rules.map((rule) => line("forwarded", ruleText(rule)))),
  ...read("alert", alertRules, (rules) => rules.map((rule) => line("alert", ruleText(rule)))),
];

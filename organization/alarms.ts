import { type CloudWatchClient, type MetricAlarm, paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import {
  type CloudWatchLogsClient,
  type MetricFilter,
  paginateDescribeMetricFilters,
} from "@aws-sdk/client-cloudwatch-logs";
import { names, partition, severitiesInUse, type Baseline } from "../config/index";
import { unlessAbsent } from "./absent";
import type { Clients } from "./clients";
import { readEventBus, readEventRules, type EventBusFacts, type EventRuleFacts } from "./event-rules";
import { readKeys, type KeyFacts } from "./keys";
import { line, listed, nameOfArn, wrapped } from "./lines";
import { everything } from "./pages";
import { readRole, type RoleFacts } from "./roles";
import { readTopics, type TopicFacts } from "./topics";

export interface MetricFilterFacts {
  readonly name: string;
  readonly logGroup: string;
  readonly pattern: string;
  readonly transformations: MetricFilter["metricTransformations"];
}

export interface AlarmsFacts {
  /** Of the severities in use, the most urgent first. */
  readonly topics: readonly TopicFacts[];
  readonly keys: readonly KeyFacts[];
  /** Every filter on the trail's log group. */
  readonly metricFilters: readonly MetricFilterFacts[];
  /** Every metric alarm of the baseline, as CloudWatch returns it. */
  readonly alarms: readonly MetricAlarm[];
  readonly bus?: EventBusFacts;
  /** On the alert bus, in the home Region. */
  readonly alertRules: readonly EventRuleFacts[];
  /** On the default bus of the management account, in the partition's global Region. */
  readonly forwardRules: readonly EventRuleFacts[];
  readonly forwardRole?: RoleFacts;
}

async function readMetricFilters(
  client: CloudWatchLogsClient,
  logGroupName: string,
): Promise<readonly MetricFilterFacts[]> {
  const filters = await unlessAbsent(
    ["ResourceNotFoundException"],
    everything(paginateDescribeMetricFilters({ client }, { logGroupName }), (page) => page.metricFilters),
  );
  return (filters ?? []).map(({ filterName = "", filterPattern = "", metricTransformations }) => ({
    name: filterName,
    logGroup: logGroupName,
    pattern: filterPattern,
    transformations: metricTransformations,
  }));
}

const readMetricAlarms = (client: CloudWatchClient, AlarmNamePrefix: string): Promise<readonly MetricAlarm[]> =>
  everything(paginateDescribeAlarms({ client }, { AlarmNamePrefix }), (page) => page.MetricAlarms);

export async function readAlarms(clients: Clients, baseline: Baseline): Promise<AlarmsFacts> {
  const account = baseline.accounts.management.id;
  const called = names(baseline);
  const { globalRegion } = partition(baseline);
  const home = clients.at(account);
  const prefix = called.entry("");
  const alertRules = { account, region: baseline.homeRegion, bus: called.alertBus, prefix };
  const forwardRules = { account, region: globalRegion, bus: "default", prefix };
  const [topics, keys, metricFilters, alarms, bus, alerts, forwards, forwardRole] = await Promise.all([
    readTopics(home.sns(), severitiesInUse(baseline).map(called.topic)),
    readKeys(home.kms(), [called.alertKeyAlias]),
    readMetricFilters(home.logs(), called.trailLogGroup),
    readMetricAlarms(home.cloudWatch(), prefix),
    readEventBus(home.eventBridge(), called.alertBus),
    readEventRules(home.eventBridge(), alertRules),
    readEventRules(clients.at(account, globalRegion).eventBridge(), forwardRules),
    readRole(home.iam(), called.eventForwardRole),
  ]);
  return { topics, keys, metricFilters, alarms, bus, alertRules: alerts, forwardRules: forwards, forwardRole };
}

function topicText({ name, keyArn, subscriptions }: TopicFacts): string {
  const told = subscriptions.map(
    ({ protocol, endpoint, confirmed }) => `${protocol} ${endpoint}${confirmed ? "" : " (not confirmed yet)"}`,
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

export function showAlarms({ topics, alarms, alertRules, forwardRules }: AlarmsFacts): readonly string[] {
  return [
    ...topics.map((topic) => line("topic", topicText(topic))),
    ...alarmLines(alarms, topics),
    ...forwardRules.map((rule) => line("forwarded", ruleText(rule))),
    ...alertRules.map((rule) => line("alert", ruleText(rule))),
  ];
}

import { DescribeAlarmHistoryCommand, DescribeAlarmsCommand, type CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { paginateFilterLogEvents, type CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import type { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import type { SNSClient } from "@aws-sdk/client-sns";
import { readEventRules } from "../organization/services/event-rules";
import { pagesOf, everything } from "../organization/clients/pages";
import { readTopics, type SubscriptionFacts } from "../organization/services/topics";
import { sumSince } from "./metrics";
import type { AlarmPath } from "./paths";

/** What became of a filter's metric and of its alarm since the calls. */
export interface AlarmSeen {
  /** Events that the filter counted. */
  readonly counted: number;
  /** Undefined: there is no such alarm. */
  readonly state?: string | undefined;
  readonly actionsEnabled: boolean;
  /** When it went to ALARM. */
  readonly raised?: string | undefined;
  /** What CloudWatch says of its actions since then, such as "Successfully executed action arn:…". */
  readonly actions: readonly string[];
}

/** What a rule has done since the calls. */
export interface RuleSeen {
  /** Undefined: there is no such rule. */
  readonly state?: string | undefined;
  readonly targets: readonly string[];
  /** Targets that it called, whether they took the event or not; once for each event and target. */
  readonly invocations: number;
  readonly failed: number;
}

/** What a topic has done since the calls. */
export interface TopicSeen {
  readonly exists: boolean;
  readonly published: number;
  /** To subscriptions: one message counts once for each. */
  readonly delivered: number;
  readonly failed: number;
  readonly subscriptions: readonly SubscriptionFacts[];
}

/** Records come with the time of the call; clocks may differ by a little. */
const CLOCK_MS = 60_000;

/** Whether the record of a request is in the log group: by its id, which nothing else has. */
export async function isRecorded(
  client: CloudWatchLogsClient,
  logGroupName: string,
  requestId: string,
  since: Date,
): Promise<boolean> {
  const asked = { logGroupName, filterPattern: `"${requestId}"`, startTime: since.getTime() - CLOCK_MS };
  const found = await everything(paginateFilterLogEvents({ client }, asked), (page) => page.events);
  return found.length > 0;
}

/** What a filter counted, the state of its alarm, and the alarm's history since the calls. */
export async function readAlarm(
  client: CloudWatchClient,
  { alarm: AlarmName, namespace, metric: name }: Pick<AlarmPath, "alarm" | "namespace" | "metric">,
  since: Date,
): Promise<AlarmSeen> {
  const history = (NextToken: string | undefined) =>
    client.send(new DescribeAlarmHistoryCommand({ AlarmName, StartDate: since, EndDate: new Date(), NextToken }));
  const [counted, { MetricAlarms: [alarm] = [] }, items] = await Promise.all([
    sumSince(client, { namespace, name, dimensions: {} }, since),
    client.send(new DescribeAlarmsCommand({ AlarmNames: [AlarmName] })),
    everything(pagesOf(history), (page) => page.AlarmHistoryItems),
  ]);
  const raised = items.find(
    ({ HistoryItemType, HistorySummary = "" }) =>
      HistoryItemType === "StateUpdate" && HistorySummary.endsWith("to ALARM"),
  );
  return {
    counted,
    state: alarm?.StateValue,
    actionsEnabled: alarm?.ActionsEnabled ?? false,
    raised: raised?.Timestamp?.toISOString(),
    actions: items.flatMap(({ HistoryItemType, HistorySummary = "" }) =>
      HistoryItemType === "Action" ? [HistorySummary] : [],
    ),
  };
}

/** Where a rule stands. */
export interface RulePlace {
  readonly account: string;
  readonly region: string;
  /** `default` is the default bus, whose metrics name no bus. */
  readonly bus: string;
  readonly name: string;
}

/** A rule as it is, and what EventBridge counted of it. Source: EventBridge User Guide, monitoring. */
export async function readRule(
  { events, cloudWatch }: { readonly events: EventBridgeClient; readonly cloudWatch: CloudWatchClient },
  { account, region, bus, name }: RulePlace,
  since: Date,
): Promise<RuleSeen> {
  const dimensions = { ...(bus === "default" ? {} : { EventBusName: bus }), RuleName: name };
  const count = (metric: string) => sumSince(cloudWatch, { namespace: "AWS/Events", name: metric, dimensions }, since);
  const [rules, invocations, failed] = await Promise.all([
    readEventRules(events, { account, region, bus, prefix: name }),
    count("Invocations"),
    count("FailedInvocations"),
  ]);
  const rule = rules.find((each) => each.name === name);
  return { state: rule?.state, targets: rule?.targets.map(({ arn }) => arn) ?? [], invocations, failed };
}

/** A topic as it is, and what SNS counted of it. Source: SNS Developer Guide, CloudWatch metrics. */
export async function readTopic(
  { sns, cloudWatch }: { readonly sns: SNSClient; readonly cloudWatch: CloudWatchClient },
  name: string,
  since: Date,
): Promise<TopicSeen> {
  const count = (metric: string) =>
    sumSince(cloudWatch, { namespace: "AWS/SNS", name: metric, dimensions: { TopicName: name } }, since);
  const [[topic], published, delivered, failed] = await Promise.all([
    readTopics(sns, [name]),
    count("NumberOfMessagesPublished"),
    count("NumberOfNotificationsDelivered"),
    count("NumberOfNotificationsFailed"),
  ]);
  const subscriptions = topic?.subscriptions ?? [];
  return { exists: topic !== undefined, published, delivered, failed, subscriptions };
}

import { type CloudWatchClient, type MetricAlarm, paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import {
  type CloudWatchLogsClient,
  type MetricFilter,
  paginateDescribeMetricFilters,
} from "@aws-sdk/client-cloudwatch-logs";
import { blueprintOf, type Baseline } from "../../config/index";
import { unlessAbsent } from "../clients/absent";
import type { Clients } from "../clients/clients";
import { readEventBus, readEventRules, type EventBusFacts, type EventRuleFacts } from "./event-rules";
import { readKeys, type KeyFacts } from "./keys";
import { everything } from "../clients/pages";
import { readingsOf, type Parts } from "../clients/reading";
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

/** Every metric alarm whose name begins so. */
export const readMetricAlarms = (client: CloudWatchClient, AlarmNamePrefix: string): Promise<readonly MetricAlarm[]> =>
  everything(paginateDescribeAlarms({ client }, { AlarmNamePrefix }), (page) => page.MetricAlarms);

export function readAlarms(clients: Clients, baseline: Baseline): Promise<Parts<AlarmsFacts>> {
  const account = baseline.accounts.management.id;
  const called = blueprintOf(baseline).names;
  const { globalRegion } = blueprintOf(baseline).partition;
  const home = clients.at(account);
  const prefix = called.entry("");
  const alertRules = { account, region: baseline.homeRegion, bus: called.alertBus, prefix };
  const forwardRules = { account, region: globalRegion, bus: "default", prefix };
  return readingsOf<AlarmsFacts>({
    topics: readTopics(home.sns(), blueprintOf(baseline).severities.map(called.topic)),
    keys: readKeys(home.kms(), [called.alertKeyAlias]),
    metricFilters: readMetricFilters(home.logs(), called.trailLogGroup),
    alarms: readMetricAlarms(home.cloudWatch(), prefix),
    bus: readEventBus(home.eventBridge(), called.alertBus),
    alertRules: readEventRules(home.eventBridge(), alertRules),
    forwardRules: readEventRules(clients.at(account, globalRegion).eventBridge(), forwardRules),
    forwardRole: readRole(home.iam(), called.eventForwardRole),
  });
}

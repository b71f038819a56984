import { paginateListTrails } from "@aws-sdk/client-cloudtrail";
import { paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import { paginateDescribeLogGroups, paginateDescribeMetricFilters } from "@aws-sdk/client-cloudwatch-logs";
import { ListEventBusesCommand } from "@aws-sdk/client-eventbridge";
import { paginateListDetectors } from "@aws-sdk/client-guardduty";
import { paginateListAliases } from "@aws-sdk/client-kms";
import { paginateListTopics } from "@aws-sdk/client-sns";
import { nameOfArn } from "../services/arn";
import type { PlaceClients } from "../clients/clients";
import { readAdministrators } from "../services/detectors";
import { readEventRules } from "../services/event-rules";
import { everything, pagesOf } from "../clients/pages";
import { readQueueUrls } from "../services/queues";

/** What exists of a type: identity and import id. */
export type Found = readonly (readonly [type: string, identity: string, importId: string])[];

const named = (type: string, names: readonly (string | undefined)[]): Found =>
  names.flatMap((name) => (name === undefined ? [] : [[type, name, name] as const]));

const byArn = (type: string, arns: readonly (string | undefined)[]): Found =>
  arns.flatMap((arn) => (arn === undefined ? [] : [[type, nameOfArn(arn), arn] as const]));

async function events(at: PlaceClients, place: { readonly account: string; readonly region: string }): Promise<Found> {
  const client = at.eventBridge();
  const buses = await everything(
    pagesOf((NextToken) => client.send(new ListEventBusesCommand({ NextToken }))),
    (page) => page.EventBuses,
  );
  const names = buses.map(({ Name = "" }) => Name);
  const rules = (await Promise.all(names.map((bus) => readEventRules(client, { ...place, bus, prefix: "" })))).flat();
  const rulePath = ({ bus, name }: (typeof rules)[number]) => `${bus}/${name}`;
  return [
    ...named(
      "aws_cloudwatch_event_bus",
      names.filter((name) => name !== "default"),
    ),
    ...named("aws_cloudwatch_event_rule", rules.map(rulePath)),
    ...named(
      "aws_cloudwatch_event_target",
      rules.flatMap((rule) => rule.targets.map(({ id }) => `${rulePath(rule)}/${id}`)),
    ),
  ];
}

async function logs(at: PlaceClients): Promise<Found> {
  const client = at.logs();
  const [groups, filters] = await Promise.all([
    everything(paginateDescribeLogGroups({ client }, {}), (page) => page.logGroups),
    everything(paginateDescribeMetricFilters({ client }, {}), (page) => page.metricFilters),
  ]);
  return [
    ...named(
      "aws_cloudwatch_log_group",
      groups.map(({ logGroupName }) => logGroupName),
    ),
    ...named(
      "aws_cloudwatch_log_metric_filter",
      filters.map(({ logGroupName, filterName }) => `${logGroupName}:${filterName}`),
    ),
  ];
}

/** GuardDuty tells of the administrator to the management account alone. */
async function guardDuty(at: PlaceClients, isManagement: boolean): Promise<Found> {
  const client = at.guardDuty();
  const [detectors, administrators] = await Promise.all([
    everything(paginateListDetectors({ client }, {}), (page) => page.DetectorIds),
    isManagement ? readAdministrators(client) : [],
  ]);
  return [
    ...detectors.map((id) => ["aws_guardduty_detector", "detector", id] as const),
    ...administrators.map((id) => ["aws_guardduty_organization_admin_account", "administrator", id] as const),
  ];
}

async function others(at: PlaceClients): Promise<Found> {
  const [trails, alarms, aliases, topics, queueUrls] = await Promise.all([
    everything(paginateListTrails({ client: at.cloudTrail() }, {}), (page) => page.Trails),
    everything(paginateDescribeAlarms({ client: at.cloudWatch() }, {}), (page) => page.MetricAlarms),
    everything(paginateListAliases({ client: at.kms() }, {}), (page) => page.Aliases),
    everything(paginateListTopics({ client: at.sns() }, {}), (page) => page.Topics),
    readQueueUrls(at.sqs()),
  ]);
  return [
    ...byArn(
      "aws_cloudtrail",
      trails.map(({ TrailARN }) => TrailARN),
    ),
    ...named(
      "aws_cloudwatch_metric_alarm",
      alarms.map(({ AlarmName }) => AlarmName),
    ),
    ...named(
      "aws_kms_alias",
      aliases.map(({ AliasName }) => AliasName),
    ),
    ...byArn(
      "aws_sns_topic",
      topics.map(({ TopicArn }) => TopicArn),
    ),
    ...queueUrls.map((url) => ["aws_sqs_queue", url.slice(url.lastIndexOf("/") + 1), url] as const),
  ];
}

/** Everything in an account and Region of the types that the baseline creates there. */
export async function regionalThings(
  at: PlaceClients,
  place: { readonly account: string; readonly region: string; readonly isManagement: boolean },
): Promise<Found> {
  const found = await Promise.all([events(at, place), logs(at), guardDuty(at, place.isManagement), others(at)]);
  return found.flat();
}

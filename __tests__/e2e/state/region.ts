import { paginateListTrails } from "@aws-sdk/client-cloudtrail";
import { paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import { paginateDescribeLogGroups } from "@aws-sdk/client-cloudwatch-logs";
import { ListEventBusesCommand } from "@aws-sdk/client-eventbridge";
import { DescribeKeyCommand, paginateListAliases, paginateListKeys } from "@aws-sdk/client-kms";
import { paginateListTopics } from "@aws-sdk/client-sns";
import type { Clients } from "../../../organization";
import { readAdministrators, readDetector, readOrganizationDetection } from "../../../organization/services/detectors";
import { readEventRules } from "../../../organization/services/event-rules";
import { everything } from "../../../organization/clients/pages";
import { readQueueUrls } from "../../../organization/services/queues";
import type { Baseline } from "../../../config";

type PlaceClients = ReturnType<Clients["at"]>;

/** Keys that can be used, and those that AWS still keeps for thirty days. */
async function keyStates(at: PlaceClients) {
  const client = at.kms();
  const keys = await everything(paginateListKeys({ client }, {}), (page) => page.Keys);
  const described = await Promise.all(keys.map(({ KeyId }) => client.send(new DescribeKeyCommand({ KeyId }))));
  const aliases = await everything(paginateListAliases({ client }, {}), (page) => page.Aliases);
  return {
    keys: described.map(({ KeyMetadata }) => `${KeyMetadata?.KeyId} ${KeyMetadata?.KeyState}`).sort(),
    aliases: aliases.map(({ AliasName }) => AliasName).sort(),
  };
}

async function detection(at: PlaceClients, isManagement: boolean) {
  const client = at.guardDuty();
  const detector = await readDetector(client);
  return {
    detector,
    organizationDetection: detector && (await readOrganizationDetection(client, detector.id)),
    // GuardDuty tells nobody else.
    administrators: isManagement ? await readAdministrators(client) : [],
  };
}

/** What an account holds in a Region, of the services that the baseline uses. */
export async function regionState(clients: Clients, baseline: Baseline, account: string, region: string) {
  const at = clients.at(account, region);
  const [trails, logGroups, alarms, topics, queues, buses, rules, keys, guardDuty] = await Promise.all([
    everything(paginateListTrails({ client: at.cloudTrail() }, {}), (page) => page.Trails),
    everything(paginateDescribeLogGroups({ client: at.logs() }, {}), (page) => page.logGroups),
    everything(paginateDescribeAlarms({ client: at.cloudWatch() }, {}), (page) => page.MetricAlarms),
    everything(paginateListTopics({ client: at.sns() }, {}), (page) => page.Topics),
    readQueueUrls(at.sqs()),
    at.eventBridge().send(new ListEventBusesCommand({})),
    readEventRules(at.eventBridge(), { account, region, bus: "default", prefix: "" }),
    keyStates(at),
    detection(at, account === baseline.accounts.management.id),
  ]);
  return {
    trails: trails.map(({ TrailARN }) => TrailARN).sort(),
    logGroups: logGroups.map(({ arn, retentionInDays, kmsKeyId }) => ({ arn, retentionInDays, kmsKeyId })),
    alarms: alarms.map(({ AlarmName }) => AlarmName).sort(),
    topics: topics.map(({ TopicArn }) => TopicArn).sort(),
    queues: queues.map((url) => url.split("/").at(-1)).sort(),
    eventBuses: (buses.EventBuses ?? []).map(({ Name }) => Name).sort(),
    rules,
    ...keys,
    ...guardDuty,
  };
}

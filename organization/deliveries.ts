import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { blueprintOf, type Baseline, type Blueprint } from "../config";
import { readMetricAlarms } from "./services/alarms";
import type { Clients } from "./clients/clients";
import { readAlarmMutes, type AlarmMuteFacts } from "./services/alarm-mutes";
import { queueUrl } from "./services/queue-address";
import { readQueue, type QueueFacts } from "./services/queues";
import { readingOf, type Reading } from "./clients/reading";

/** An account and a Region in which event rules stand. */
type Place = Pick<Blueprint["rulePlaces"][number], "account" | "region">;

/** Every metric alarm of the baseline there, as CloudWatch returns it. */
export interface PlaceAlarms extends Place {
  readonly alarms: Reading<readonly MetricAlarm[]>;
}

/** Every rule there that mutes alarms. */
export interface PlaceMutes extends Place {
  readonly mutes: Reading<readonly AlarmMuteFacts[]>;
}

/** Those of its dead-letter queues there that exist. */
export interface PlaceQueues extends Place {
  readonly queues: Reading<readonly QueueFacts[]>;
}

const placesOf = ({ rulePlaces }: Blueprint): readonly Place[] => [
  ...new Map(rulePlaces.map(({ account, region }) => [`${account} ${region}`, { account, region }] as const)).values(),
];

/** What tells that event rules did not deliver, and what keeps the events. */
export interface DeliveryParts {
  /** Wherever event rules stand, but in the management account at home, whose alarms are read for themselves. */
  readonly alarmsElsewhere: readonly PlaceAlarms[];
  /** Wherever alarms stand. */
  readonly alarmMutes: readonly PlaceMutes[];
  /** Wherever event rules stand. */
  readonly deadLetters: readonly PlaceQueues[];
}

/** Reads what event rules did not deliver, in every account and Region in which a stack has some. */
export function readDeadLetters(clients: Clients, baseline: Baseline): Promise<readonly PlaceQueues[]> {
  const blueprint = blueprintOf(baseline);
  const { accounts, names, rulePlaces } = blueprint;
  const queues = async ({ account, region }: Place): Promise<PlaceQueues> => {
    const { id } = accounts[account];
    const client = clients.at(id, region).sqs();
    const here = rulePlaces.filter((place) => place.account === account && place.region === region);
    const found = Promise.all(
      here.map(({ stack }) => readQueue(client, queueUrl(region, id, names.deadLetters(stack)))),
    );
    const existing = found.then((all) => all.filter((queue) => queue !== undefined));
    return { account, region, queues: await readingOf(existing) };
  };
  return Promise.all(placesOf(blueprint).map(queues));
}

/** Reads it in every account and Region in which a stack has event rules. */
export async function readDeliveries(clients: Clients, baseline: Baseline): Promise<DeliveryParts> {
  const blueprint = blueprintOf(baseline);
  const { accounts, homeRegion, names } = blueprint;
  const places = placesOf(blueprint);
  const alarms = async ({ account, region }: Place): Promise<PlaceAlarms> => {
    const client = clients.at(accounts[account].id, region).cloudWatch();
    return { account, region, alarms: await readingOf(readMetricAlarms(client, names.entry(""))) };
  };
  const mutes = async ({ account, region }: Place): Promise<PlaceMutes> => {
    const client = clients.at(accounts[account].id, region).cloudWatch();
    return { account, region, mutes: await readingOf(readAlarmMutes(client)) };
  };
  const home: Place = { account: "management", region: homeRegion };
  const elsewhere = places.filter(({ account, region }) => account !== "management" || region !== homeRegion);
  const [alarmsElsewhere, alarmMutes, deadLetters] = await Promise.all([
    Promise.all(elsewhere.map(alarms)),
    Promise.all([home, ...elsewhere].map(mutes)),
    readDeadLetters(clients, baseline),
  ]);
  return { alarmsElsewhere, alarmMutes, deadLetters };
}

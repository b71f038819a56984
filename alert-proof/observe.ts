import type { Blueprint } from "../config";
import { nameOfArn } from "../organization/services/arn";
import type { Clients } from "../organization/clients/clients";
import { readingOf, type Reading } from "../organization/clients/reading";
import {
  isRecorded,
  readAlarm,
  readRule,
  readTopic,
  type AlarmSeen,
  type RulePlace,
  type RuleSeen,
  type TopicSeen,
} from "./facts";
import type { Made } from "./make";
import type { AlarmPath, ProofPath, RulePath } from "./paths";

/** What the services show of the paths, each part read for itself. */
export interface Facts {
  /** Whether the record of a request is in the log group, by the request's id. */
  readonly records: ReadonlyMap<string, Reading<boolean>>;
  /** By name. */
  readonly alarms: ReadonlyMap<string, Reading<AlarmSeen>>;
  /** By `ruleKey`. */
  readonly rules: ReadonlyMap<string, Reading<RuleSeen>>;
  /** By ARN. */
  readonly topics: ReadonlyMap<string, Reading<TopicSeen>>;
}

/** What names a rule among all. */
export const ruleKey = ({ account, region, bus, name }: RulePlace): string => [account, region, bus, name].join(" ");

/** The rules of a path: on the default bus where the call arrives, and on the bus to which that one forwards. */
export function rulesOf(
  { calls, forwardRule, bus, rule }: RulePath,
  { accounts, homeRegion }: Pick<Blueprint, "accounts" | "homeRegion">,
): { readonly forward: readonly RulePlace[]; readonly told: RulePlace } {
  return {
    forward: calls.map(({ accountId, region }) => ({ account: accountId, region, bus: "default", name: forwardRule })),
    told: { account: accounts[bus.account].id, region: homeRegion, bus: bus.name, name: rule },
  };
}

const isAlarm = (path: ProofPath): path is AlarmPath => path.kind === "alarm";
const isRule = (path: ProofPath): path is RulePath => path.kind === "rule";

/** Each thing once, with its reading. */
async function readEach<T, Seen>(
  things: readonly T[],
  keyOf: (thing: T) => string,
  read: (thing: T) => Promise<Seen>,
): Promise<ReadonlyMap<string, Reading<Seen>>> {
  const distinct = new Map(things.map((thing) => [keyOf(thing), thing]));
  const readings = [...distinct].map(async ([key, thing]) => [key, await readingOf(read(thing))] as const);
  return new Map(await Promise.all(readings));
}

export interface Observing {
  readonly clients: Clients;
  readonly blueprint: Blueprint;
  readonly paths: readonly ProofPath[];
  /** What counts, counts from then on. */
  readonly since: Date;
}

/** The alarms of the paths. */
export const observeAlarms = ({ clients, blueprint, paths, since }: Observing): Promise<Facts["alarms"]> => {
  const { cloudWatch } = clients.at(blueprint.accounts.management.id);
  return readEach(
    paths.filter(isAlarm),
    ({ alarm }) => alarm,
    (path) => readAlarm(cloudWatch(), path, since),
  );
};

/** The topics of the paths. */
export const observeTopics = ({ clients, blueprint, paths, since }: Observing): Promise<Facts["topics"]> => {
  const { accounts } = blueprint;
  const topics = paths.flatMap((path) => {
    if (path.kind === "trail") return [];
    return [{ arn: path.topicArn, account: isRule(path) ? accounts[path.bus.account].id : accounts.management.id }];
  });
  return readEach(
    topics,
    ({ arn }) => arn,
    ({ arn, account }) => {
      const { sns, cloudWatch } = clients.at(account);
      return readTopic({ sns: sns(), cloudWatch: cloudWatch() }, nameOfArn(arn), since);
    },
  );
};

/** Reads what the services show. Changes nothing. */
export async function observe(observing: Observing, made: readonly Made[]): Promise<Facts> {
  const { clients, blueprint, paths, since } = observing;
  const { accounts, names } = blueprint;
  const management = clients.at(accounts.management.id);
  const rulePaths = paths.filter(isRule);
  const places = rulePaths.map((path) => rulesOf(path, blueprint)).flatMap(({ forward, told }) => [...forward, told]);
  const [records, alarms, rules, topics] = await Promise.all([
    readEach(
      made.flatMap(({ requestId }) => requestId ?? []),
      (id) => id,
      (id) => isRecorded(management.logs(), names.trailLogGroup, id, since),
    ),
    observeAlarms(observing),
    readEach(places, ruleKey, (place) => {
      const { eventBridge, cloudWatch } = clients.at(place.account, place.region);
      return readRule({ events: eventBridge(), cloudWatch: cloudWatch() }, place, since);
    }),
    observeTopics(observing),
  ]);
  return { records, alarms, rules, topics };
}

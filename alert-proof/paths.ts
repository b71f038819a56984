import type { Arrival } from "../catalogue/detection";
import { HARMLESS_CALLS, type HarmlessCall } from "../catalogue/alerts/harmless-calls";
import { tellsSecondChannel } from "../catalogue/alerts/second-channel";
import type { Blueprint } from "../config";

/** A harmless call, and where it is made. */
export interface ProofCall {
  readonly harmless: HarmlessCall;
  readonly account: Arrival["account"];
  readonly accountId: string;
  readonly region: string;
}

interface Path {
  /** The same in every record: reports are compared by it. */
  readonly of: string;
  /** Calls that take it: more than one where they meet in a part. */
  readonly calls: readonly ProofCall[];
}

/** The trail carries what is called in an account and a Region to the log group. */
export interface TrailPath extends Path {
  readonly kind: "trail";
  readonly logGroup: string;
}

/** From the log group by a filter and its alarm to a topic. */
export interface AlarmPath extends Path {
  readonly kind: "alarm";
  readonly logGroup: string;
  readonly alarm: string;
  readonly namespace: string;
  readonly metric: string;
  readonly topicArn: string;
}

/** From the default bus where the call arrives by a rule to another bus, and from there by a rule to a topic. */
export interface RulePath extends Path {
  readonly kind: "rule";
  readonly channel: "first" | "second";
  readonly forwardRule: string;
  readonly bus: { readonly account: Arrival["account"]; readonly name: string; readonly arn: string };
  readonly rule: string;
  readonly topicArn: string;
}

export type ProofPath = TrailPath | AlarmPath | RulePath;

const placeOf = ({ account, region }: ProofCall): string => `${account}, ${region}`;

/** Every harmless call that a listed detection sees, once in each place where the detection has a rule. */
export function callsOf({ detections, arrivalRegions, accounts }: Blueprint): readonly ProofCall[] {
  const listed = new Set(detections.map(({ id }) => id));
  return HARMLESS_CALLS.filter(({ detection }) => listed.has(detection)).flatMap((harmless) => {
    const places = harmless.arrives.flatMap(({ account, region }) =>
      arrivalRegions[region].map((at) => ({ account, region: at })),
    );
    const distinct = new Map(places.map((place) => [`${place.account} ${place.region}`, place]));
    return [...distinct.values()].map((place) => ({ harmless, ...place, accountId: accounts[place.account].id }));
  });
}

function trailPaths({ names }: Blueprint, calls: readonly ProofCall[]): readonly TrailPath[] {
  const places = [...new Set(calls.map(placeOf))];
  return places.map((place) => ({
    kind: "trail",
    of: `trail, from ${place}`,
    calls: calls.filter((call) => placeOf(call) === place),
    logGroup: names.trailLogGroup,
  }));
}

const alarmPaths = ({ detectionsByPath, names, arns }: Blueprint, calls: readonly ProofCall[]): readonly AlarmPath[] =>
  detectionsByPath.metric.flatMap(({ id, set, severity }) => {
    // One event is enough: the set blinding takes no higher threshold.
    const seen = calls.filter(({ harmless }) => harmless.detection === id);
    if (seen.length === 0) return [];
    return [
      {
        kind: "alarm",
        of: `alarm of ${id}`,
        calls: seen,
        logGroup: names.trailLogGroup,
        alarm: names.entry(id),
        namespace: names.metricNamespace(set),
        metric: id,
        topicArn: arns.topic(severity),
      },
    ];
  });

function rulePaths({ detectionsByPath, names, arns, baseline }: Blueprint, calls: readonly ProofCall[]) {
  return calls.flatMap((call): readonly RulePath[] => {
    const twin = detectionsByPath.event.find(({ id }) => id === `${call.harmless.detection}-event`);
    if (twin === undefined) return [];
    const common = { kind: "rule" as const, calls: [call], forwardRule: names.forwardRule(twin.id) };
    const first: RulePath = {
      ...common,
      of: `rule of ${call.harmless.detection}, from ${placeOf(call)}`,
      channel: "first",
      bus: { account: "management", name: names.alertBus, arn: arns.alertBus() },
      rule: names.entry(twin.id),
      topicArn: arns.topic(twin.severity),
    };
    if (baseline.alerting.secondChannel === undefined || !tellsSecondChannel(twin)) return [first];
    const second: RulePath = {
      ...common,
      of: `second channel of ${call.harmless.detection}, from ${placeOf(call)}`,
      channel: "second",
      bus: { account: "security", name: names.secondChannel, arn: arns.secondBus() },
      rule: `${names.secondChannel}-calls`,
      topicArn: arns.secondTopic(),
    };
    return [first, second];
  });
}

/** Every path that a harmless call takes, in the order in which a person thinks of them. */
export function pathsOf(blueprint: Blueprint): readonly ProofPath[] {
  const calls = callsOf(blueprint);
  return [...trailPaths(blueprint, calls), ...alarmPaths(blueprint, calls), ...rulePaths(blueprint, calls)];
}

/** What no harmless call fires, and which parts of its path another one has taken. */
export interface Untried {
  readonly detection: string;
  readonly severity: string;
  /** In words. */
  readonly shares: string;
}

/** Every detection that stays unproven: a root sign-in, a finding. Nobody should cause one to see an alert. */
export function untriedOf(blueprint: Blueprint): readonly Untried[] {
  const { detections, arns } = blueprint;
  const paths = pathsOf(blueprint);
  const tried = new Set(callsOf(blueprint).map(({ harmless }) => harmless.detection));
  const topics = new Set(paths.flatMap((path) => (path.kind === "trail" ? [] : [path.topicArn])));
  const carrier = { metric: "trail and log group", event: "alert bus", finding: "alert bus" };
  return detections
    .filter(({ id }) => !tried.has(id.replace(/-event$/, "")) && !tried.has(id))
    .map(({ id, severity, path }) => ({
      detection: id,
      severity,
      shares: [carrier[path.kind], ...(topics.has(arns.topic(severity)) ? [`topic ${severity}`] : [])].join(", "),
    }));
}

import { parseArn } from "../../../catalogue/aws/arn";
import { oncePer } from "../../../config";
import { SEVERITIES } from "../../../catalogue/alerts/severities";
import { afterOf } from "../../model/same-thing";
import type { ReviewInput } from "../../model/review-input";
import type { Change, Thing } from "../../model/thing";
import { hearersOf, type Hearers } from "../../paths/hearers";
import { alertsChange } from "./changed";
import type { Found, ReviewRule, ReviewSeverity } from "../rule";
import { nameInArn, nameOf, placeOf, ticked } from "../words";

const ALARM = "aws_cloudwatch_metric_alarm";
const RULE = "aws_cloudwatch_event_rule";

/** Whom an alarm or a rule tells. */
interface Told {
  readonly name: string;
  /** Whether it is in another account or Region than who tells it. */
  readonly isElsewhere: boolean;
  /** The name as people call it who are where the teller is: with its account and its Region, where they are others. */
  readonly words: string;
}

function seenFrom(thing: Thing, name: string, account: string | undefined, region?: string): Told {
  const where = [
    ...(account === undefined || account === "" || account === thing.account ? [] : [` of ${account}`]),
    ...(region === undefined || region === "" || region === thing.region ? [] : [` in ${region}`]),
  ];
  return { name, isElsewhere: where.length > 0, words: [name, ...where].join("") };
}

/** Topics, and what else it names. */
function toldBy(hearers: Hearers, thing: Thing): readonly Told[] {
  const topics =
    thing.type === ALARM
      ? hearers.topicsOfAlarm(thing)
      : hearers.targetsOf(thing).flatMap((target) => hearers.topic(target.values["arn"], target) ?? []);
  const others =
    thing.type === ALARM
      ? thing.values["actions_enabled"] === false
        ? []
        : hearers.otherActionsOf(thing)
      : hearers
          .targetsOf(thing)
          .flatMap((target) =>
            hearers.topic(target.values["arn"], target) === undefined ? [target.values["arn"]] : [],
          );
  return [
    ...topics.map((topic) => seenFrom(thing, nameOf(topic), topic.account)),
    ...others.map((value) => {
      const { account, region } = parseArn(String(value)) ?? {};
      return seenFrom(thing, nameInArn(value), account, region);
    }),
  ];
}

/** The severity of which a topic is, by the end of its name. */
const severityOf = ({ name }: Told): number => SEVERITIES.findIndex((severity) => name.endsWith(`-${severity}`));

const mostUrgent = (told: readonly Told[]): number =>
  Math.min(SEVERITIES.length, ...told.map(severityOf).filter((place) => place >= 0));

const wordsOf = (told: readonly Told[]): readonly string[] => told.map(({ words }) => words);

/** Those of the first whom the others do not hold. */
const without = (told: readonly Told[], others: readonly Told[]): readonly Told[] =>
  told.filter(({ words }) => !wordsOf(others).includes(words));

interface Route {
  readonly thing: Thing;
  readonly was: readonly Told[];
  readonly is: readonly Told[];
  readonly isGone: boolean;
}

/** Alarms and rules that tell others than before. */
function routes(input: ReviewInput): readonly Route[] {
  const [before, after] = [hearersOf(input.before), hearersOf(input.after)];
  const changes = new Map(input.changes.map((change): [Thing | undefined, Change] => [change.before, change]));
  return [...input.before.of(ALARM), ...input.before.of(RULE)].flatMap((thing) => {
    const change = changes.get(thing);
    const next = change === undefined ? undefined : afterOf(change, input);
    const [was, is] = [toldBy(before, thing), next === undefined ? [] : toldBy(after, next)];
    return without(was, is).length > 0 ? [{ thing, was, is, isGone: next === undefined }] : [];
  });
}

const routesIn = oncePer((input: ReviewInput): readonly Route[] => (alertsChange(input) ? routes(input) : []));

const kind = ({ type }: Thing): string => (type === ALARM ? "alarm" : "event rule");

const isLowered = ({ was, is }: Route): boolean => is.length > 0 && mostUrgent(is) > mostUrgent(was);

const identity = ({ thing, was, is }: Route) => ({
  place: placeOf(thing),
  exactly: { was: wordsOf(was), is: wordsOf(is) },
});

function found(route: Route): Found {
  const { thing, was, is, isGone } = route;
  const base = identity(route);
  const name = `the ${kind(thing)} \`${nameOf(thing)}\``;
  if (isGone) return { ...base, words: `${name} is removed: it told ${ticked(wordsOf(was))}` };
  if (is.length === 0)
    return { ...base, severity: "critical", words: `${name} tells nobody any longer: it told ${ticked(wordsOf(was))}` };
  const severity: ReviewSeverity = is.every(({ isElsewhere }) => isElsewhere) ? "high" : "medium";
  return {
    ...base,
    severity,
    words: `${name} no longer tells ${ticked(wordsOf(without(was, is)))}; it tells ${ticked(wordsOf(is))}`,
  };
}

export const alertRoute: ReviewRule = {
  id: "alert-route",
  severity: "high",
  fires: "an alarm or an event rule is gone, switched off, or no longer tells a topic or a bus that it told",
  matters: "what it notices still happens, and the people behind that topic do not hear of it",
  find: (input) =>
    routesIn(input)
      .filter((route) => !isLowered(route))
      .map(found),
};

export const severityLowered: ReviewRule = {
  id: "severity-lowered",
  severity: "high",
  fires: "an alarm or an event rule tells a topic of a lower severity than before",
  matters: "what woke somebody up is now read in the weekly review",
  find: (input) =>
    routesIn(input)
      .filter(isLowered)
      .map((route) => ({
        ...identity(route),
        words: `the ${kind(route.thing)} \`${nameOf(route.thing)}\`: severity ${SEVERITIES[mostUrgent(route.was)] ?? "none"} → ${SEVERITIES[mostUrgent(route.is)] ?? "none"}`,
      })),
};

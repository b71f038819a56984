import { parseArn } from "../../../catalogue/arn";
import { oncePer } from "../../../config";
import { SEVERITIES } from "../../../catalogue/severities";
import { afterOf } from "../../model/same-thing";
import type { ReviewInput } from "../../model/review-input";
import type { Change, Thing } from "../../model/thing";
import { hearersOf, type Hearers } from "../../paths/hearers";
import { alertsChange } from "./changed";
import type { Found, ReviewRule, ReviewSeverity } from "../rule";
import { nameInArn, nameOf, placeOf, ticked } from "../words";

const ALARM = "aws_cloudwatch_metric_alarm";
const RULE = "aws_cloudwatch_event_rule";

/** Stand between a name and the account and the Region that it is in, where these are others than those of who tells it. */
const [OF, IN] = [" of ", " in "];

const isElsewhere = (name: string): boolean => name.includes(OF) || name.includes(IN);

/** A name as people call it who are where the thing is: with its account and its Region, where they are others. */
const seenFrom = (thing: Thing, name: string, account: string | undefined, region?: string): string =>
  [
    name,
    ...(account === undefined || account === "" || account === thing.account ? [] : [`${OF}${account}`]),
    ...(region === undefined || region === "" || region === thing.region ? [] : [`${IN}${region}`]),
  ].join("");

/** Whom an alarm or a rule tells: topics, and what else it names. */
function told(hearers: Hearers, thing: Thing): readonly string[] {
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
    ...others.map((value) => arnSeenFrom(thing, value)),
  ];
}

function arnSeenFrom(thing: Thing, value: unknown): string {
  const { account, region } = parseArn(String(value)) ?? {};
  return seenFrom(thing, nameInArn(value), account, region);
}

/** The severity of which a topic is, by the end of its name. */
const severityOf = (topic: string): number =>
  SEVERITIES.findIndex((severity) => topic.split(OF)[0]?.split(IN)[0]?.endsWith(`-${severity}`));

const mostUrgent = (topics: readonly string[]): number =>
  Math.min(SEVERITIES.length, ...topics.map(severityOf).filter((place) => place >= 0));

interface Route {
  readonly thing: Thing;
  readonly was: readonly string[];
  readonly is: readonly string[];
  readonly isGone: boolean;
}

/** Alarms and rules that tell others than before. */
function routes(input: ReviewInput): readonly Route[] {
  const [before, after] = [hearersOf(input.before), hearersOf(input.after)];
  const changes = new Map(input.changes.map((change): [Thing | undefined, Change] => [change.before, change]));
  return [...input.before.of(ALARM), ...input.before.of(RULE)].flatMap((thing) => {
    const change = changes.get(thing);
    const next = change === undefined ? undefined : afterOf(change, input);
    const [was, is] = [told(before, thing), next === undefined ? [] : told(after, next)];
    return was.some((each) => !is.includes(each)) ? [{ thing, was, is, isGone: next === undefined }] : [];
  });
}

const routesIn = oncePer((input: ReviewInput): readonly Route[] => (alertsChange(input) ? routes(input) : []));

const kind = ({ type }: Thing): string => (type === ALARM ? "alarm" : "event rule");

const isLowered = ({ was, is }: Route): boolean => is.length > 0 && mostUrgent(is) > mostUrgent(was);

function found({ thing, was, is, isGone }: Route): Found {
  const base = { place: placeOf(thing), exactly: { was, is } };
  const name = `the ${kind(thing)} \`${nameOf(thing)}\``;
  if (isGone) return { ...base, words: `${name} is removed: it told ${ticked(was)}` };
  if (is.length === 0)
    return { ...base, severity: "critical", words: `${name} tells nobody any longer: it told ${ticked(was)}` };
  const severity: ReviewSeverity = is.every(isElsewhere) ? "high" : "medium";
  return {
    ...base,
    severity,
    words: `${name} no longer tells ${ticked(was.filter((each) => !is.includes(each)))}; it tells ${ticked(is)}`,
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
      .map(({ thing, was, is }) => ({
        place: placeOf(thing),
        exactly: { was, is },
        words: `the ${kind(thing)} \`${nameOf(thing)}\`: severity ${SEVERITIES[mostUrgent(was)] ?? "none"} → ${SEVERITIES[mostUrgent(is)] ?? "none"}`,
      })),
};

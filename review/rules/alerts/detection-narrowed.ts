import { afterOf } from "../../model/same-thing";
import type { ReviewInput } from "../../model/review-input";
import { canonical, Unknown, type Change, type Thing } from "../../model/thing";
import { eventPatternCovers } from "../../paths/event-pattern-covers";
import { knownEvents } from "../../paths/events";
import { filterCovers } from "../../paths/filter-covers";
import { hearersOf } from "../../paths/hearers";
import { firesOn } from "../../paths/matches";
import type { Found, ReviewRule } from "../rule";
import { nameOf, placeOf, ticked } from "../words";

/** The attribute with the pattern, and how patterns of the type are compared. */
const PATTERNS: Readonly<
  Record<string, readonly [attribute: string, covers: (wide: string, narrow: string) => boolean]>
> = {
  aws_cloudwatch_log_metric_filter: ["pattern", filterCovers],
  aws_cloudwatch_event_rule: ["event_pattern", eventPatternCovers],
};

/** Detections of the catalogue that the first fires on and none of the others does. */
function lostDetections(input: ReviewInput, before: Thing, after: readonly Thing[]): readonly string[] {
  const events = knownEvents(input.before).flatMap(({ detection, record, envelope }) => {
    const event = before.type === "aws_cloudwatch_log_metric_filter" ? record : envelope;
    return event === undefined ? [] : [{ detection, event }];
  });
  const lost = events.filter(({ event }) => firesOn(before, event) && !after.some((each) => firesOn(each, event)));
  return [...new Set(lost.map(({ detection }) => detection))];
}

/** Filters that count into the same metric, or the rules that stand beside: together they mean what one did. */
function siblings(input: ReviewInput, before: Thing): readonly Thing[] {
  const key = before.type === "aws_cloudwatch_log_metric_filter" ? "metric_transformation" : "event_bus_name";
  return input.after
    .of(before.type)
    .filter(
      ({ account, region, values }) =>
        account === before.account &&
        region === before.region &&
        canonical(values[key]) === canonical(before.values[key]),
    );
}

function narrowed(change: Change, input: ReviewInput): readonly Found[] {
  const { before } = change;
  const [attribute, covers] = PATTERNS[change.type] ?? [];
  if (before === undefined || attribute === undefined || covers === undefined) return [];
  const after = afterOf(change, input);
  const [was, is] = [before.values[attribute], after?.values[attribute]];
  if (typeof was !== "string" || canonical(was) === canonical(is)) return [];
  const others = siblings(input, before);
  const isWider = (wide: unknown, narrow: string) => typeof wide === "string" && covers(wide, narrow);
  if (others.some((other) => isWider(other.values[attribute], was))) return [];
  const [place, name] = [placeOf(before), `\`${nameOf(before)}\``];
  const diff = [
    `- ${was}`,
    ...(is === undefined ? [] : [`+ ${typeof is === "string" ? is : "known only after the apply"}`]),
  ];
  const lost = lostDetections(input, before, others);
  const exactly = { was, is, lost };
  const noun = change.type === "aws_cloudwatch_event_rule" ? "event rule" : "metric filter";
  if (after === undefined)
    return [
      {
        place,
        exactly,
        words: `the ${noun} ${name} is removed${lost.length === 0 ? "" : `: it fired on ${ticked(lost)}`}`,
      },
    ];
  return lost.length === 0
    ? [
        {
          place,
          exactly,
          words: `whether the ${noun} ${name} still fires on all that it did could not be decided`,
          diff,
        },
      ]
    : [
        {
          place,
          exactly,
          words: `the ${noun} ${name} no longer fires on events of ${ticked(lost)}`,
          diff,
        },
      ];
}

const RULE = "aws_cloudwatch_event_rule";

/** With it, a rule sees calls that only read, too (EventBridge User Guide, read-only management events). */
const ALL_CALLS = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

/** A rule that waits for the same, but elsewhere, for fewer calls, or not at all. */
function waitsOtherwise(change: Change, input: ReviewInput): readonly Found[] {
  const { before } = change;
  const after = afterOf(change, input);
  if (before?.type !== RULE || after === undefined) return [];
  const [old, young] = [hearersOf(input.before), hearersOf(input.after)];
  const [was, is] = [before.values["state"], after.values["state"]];
  // One that told somebody is told of by its route.
  const isSilent = was !== "DISABLED" && is === "DISABLED" && old.targetsOf(before).length === 0;
  return [
    ...(old.busName(before) === young.busName(after) ? [] : ["waits on another bus, where other events arrive"]),
    ...(was === ALL_CALLS && is !== ALL_CALLS && is !== "DISABLED" ? ["no longer sees calls that only read"] : []),
    ...(isSilent ? ["is switched off"] : []),
    ...(is instanceof Unknown ? ["may be switched off: its state is known only after the apply"] : []),
  ].map((what) => ({
    place: placeOf(before),
    exactly: { bus: young.busName(after), is },
    words: `the event rule \`${nameOf(before)}\` ${what}`,
  }));
}

export const detectionNarrowed: ReviewRule = {
  id: "detection-narrowed",
  severity: "high",
  fires:
    "a metric filter or an event rule is gone or has another pattern, and it is not proven that nothing falls out of it",
  matters: "an event that falls out of a pattern is told on one path less, or on none",
  find: (input) =>
    input.changes
      .filter(({ action }) => action !== "nothing" && action !== "create")
      .flatMap((change) => [...narrowed(change, input), ...waitsOtherwise(change, input)]),
};

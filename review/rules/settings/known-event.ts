import type { ReviewInput } from "../../model/review-input";
import { beforeOf } from "../../model/same-thing";
import { at, isNothing } from "../../model/thing";
import type { Found, ReviewRule } from "../rule";
import { nameOf, placeOf } from "../words";
import { mustStay, ranked } from "./orders";
import { settingRule, type Setting } from "./setting";

const type = "aws_scheduler_schedule";

const same: readonly Setting[] = ["schedule_expression", "flexible_time_window", "target"].map((value) => ({
  type,
  value,
  weaker: mustStay,
  says: `the call whose record must come out is another, or comes at another time: ${value} {}`,
}));

/** A schedule has no date unless somebody ends it with one, or puts it off. */
const dates: readonly Setting[] = ["start_date", "end_date"].map((value) => ({
  type,
  value,
  weaker: (before, after) => !isNothing(after) && before !== after,
  says: `the call whose record must come out ends, or begins later: ${value} {}`,
}));

/** Calls that change nothing, and the one of the known event, which switches on what is on. */
const HARMLESS = /^arn:[\w-]+:scheduler:::aws-sdk:(?:eventbridge:enableRule|\w+:(?:describe|get|list|lookup)\w*)$/;

/** A schedule that is new and calls something else: whatever its role may do, it does in time. */
function strangers(input: ReviewInput): readonly Found[] {
  return input.changes.flatMap((change) => {
    const { after } = change;
    if (after?.type !== type || beforeOf(change, input) !== undefined) return [];
    const called = at(after.values, "target.arn");
    if (typeof called === "string" && HARMLESS.test(called)) return [];
    const what = typeof called === "string" ? `\`${called}\`` : "something that is known only after the apply";
    return [
      {
        place: placeOf(after),
        exactly: after.values,
        words: `the schedule \`${nameOf(after)}\`, which is new, calls ${what}`,
      },
    ];
  });
}

const known = settingRule({
  id: "known-event",
  severity: "high",
  fires:
    "the call whose record shows that the alarms live is no longer made, or made otherwise; a new schedule changes something",
  matters: "where it is not made, an attack that does not come out looks just like a quiet organization",
  gone: { [type]: "the call whose record must come out is no longer made" },
  settings: [
    { type, value: "state", weaker: ranked("DISABLED", "ENABLED"), says: "the schedule is switched off: {}" },
    ...same,
    ...dates,
  ],
});

export const knownEvent: ReviewRule = { ...known, find: (input) => [...known.find(input), ...strangers(input)] };

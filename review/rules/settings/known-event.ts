import { isNothing } from "../../model/thing";
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

export const knownEvent = settingRule({
  id: "known-event",
  severity: "high",
  fires: "the call whose record shows that the alarms live is no longer made, or made otherwise",
  matters: "where it is not made, an attack that does not come out looks just like a quiet organization",
  gone: { [type]: "the call whose record must come out is no longer made" },
  settings: [
    { type, value: "state", weaker: ranked("DISABLED", "ENABLED"), says: "the schedule is switched off: {}" },
    ...same,
    ...dates,
  ],
});

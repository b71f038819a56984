import { knownEvents } from "../../paths/events";
import { isHeard } from "../../paths/heard";
import { hearersOf } from "../../paths/hearers";
import type { ReviewRule } from "../rule";
import { alertsChange } from "./changed";

export const alertLost: ReviewRule = {
  id: "alert-lost",
  severity: "critical",
  fires: "an event on which somebody was told before the change is told to nobody after it, on any path",
  matters: "it can happen, and nobody will know",
  find: (input) => {
    if (!alertsChange(input)) return [];
    const [before, after] = [hearersOf(input.before), hearersOf(input.after)];
    const lost = knownEvents(input.before).filter((event) => !isHeard(after, event) && isHeard(before, event));
    return [...new Set(lost.map(({ detection }) => detection))].map((detection) => ({
      place: `detection: ${detection}`,
      exactly: lost.filter((event) => event.detection === detection).map(({ envelope }) => envelope),
      words: `nobody hears of \`${detection}\` any longer`,
      details: lost
        .filter((event) => event.detection === detection)
        .slice(0, 3)
        .map(
          ({ envelope }) =>
            `No longer told: ${String((envelope["detail"] as { eventName?: unknown } | undefined)?.eventName ?? envelope["detail-type"])}`,
        ),
    }));
  },
};

import type { Event } from "../../catalogue/detection";
import { judgeOf, type Judge } from "../../catalogue/alerts/detection-judge";
import type { Thing } from "../model/thing";

/** Judges by their pattern; undefined for one that cannot be read. */
const judges = new Map<string, Judge | undefined>();

function judge(kind: "metric" | "event", text: string): Judge | undefined {
  const key = `${kind} ${text}`;
  if (!judges.has(key))
    try {
      judges.set(
        key,
        kind === "metric" ? judgeOf({ kind, texts: [text] }) : judgeOf({ kind, pattern: JSON.parse(text) as Event }),
      );
    } catch {
      judges.set(key, undefined);
    }
  return judges.get(key);
}

/** Verdicts by event and pattern: both sides of a change ask the same. */
const verdicts = new WeakMap<Event, Map<string, boolean>>();

/** Whether a filter or a rule surely fires on an event: under every reading of what AWS leaves open. */
export function firesOn({ type, values }: Thing, event: Event): boolean {
  const isFilter = type === "aws_cloudwatch_log_metric_filter";
  const text = values[isFilter ? "pattern" : "event_pattern"];
  if (typeof text !== "string") return false;
  const asked = verdicts.get(event) ?? new Map<string, boolean>();
  verdicts.set(event, asked);
  const known = asked.get(text);
  if (known !== undefined) return known;
  const verdict = judge(isFilter ? "metric" : "event", text)?.(event).every((fired) => fired) ?? false;
  asked.set(text, verdict);
  return verdict;
}

import { z } from "zod";
import type { Event } from "../../catalogue/detection";
import { isObject, parseEventPattern } from "../../proofs/event-pattern";
import { parseFilterPattern, renderFilterPattern, type FilterPattern } from "../../proofs/filter-pattern";

/** Patterns are read by the evaluators that judge the proofs. What they refuse, AWS refuses or does not document. */

function refusal(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const isFilter = (value: unknown): value is string | FilterPattern =>
  typeof value === "string" || (typeof value === "object" && value !== null && "kind" in value);

export const filterPattern = z
  .custom<string | FilterPattern>(isFilter, "be a filter pattern: text in braces, or a tree of catalogue/filter.ts")
  .superRefine((pattern, context) => {
    const reason = refusal(() =>
      typeof pattern === "string" ? parseFilterPattern(pattern) : renderFilterPattern(pattern),
    );
    if (reason !== undefined)
      context.addIssue({ code: "custom", message: `be a filter pattern that CloudWatch Logs reads (${reason})` });
  });

export const eventPattern = z
  .custom<Event>(isObject, "be an event pattern: an object of lists")
  .superRefine((pattern, context) => {
    const reason = refusal(() => parseEventPattern(pattern));
    if (reason !== undefined)
      context.addIssue({ code: "custom", message: `be an event pattern that EventBridge reads (${reason})` });
  });

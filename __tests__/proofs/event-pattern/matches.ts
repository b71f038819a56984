import { matchesEventPattern, parseEventPattern } from "../../../proofs/event-pattern";

/** Whether a rule with this pattern fires for the event. */
export const matches = (pattern: unknown, event: Readonly<Record<string, unknown>>): boolean =>
  matchesEventPattern(parseEventPattern(pattern), event);

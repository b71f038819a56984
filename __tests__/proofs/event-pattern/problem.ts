import { parseEventPattern } from "../../../proofs/event-pattern";
import { Refusal } from "../../../proofs/refuse";

/** Why a pattern is refused, or that it is not. */
export const problem = (pattern: unknown): string => {
  try {
    parseEventPattern(pattern);
    return "no problem";
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};

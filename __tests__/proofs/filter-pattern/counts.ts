import { filterPatternReadings, matchesFilterPattern, parseFilterPattern } from "../../../proofs/filter-pattern";

/** What a pattern says of an event under each reading: first where `!=` matches an absent field, then where not. */
export const counts = (pattern: string, event: unknown): readonly boolean[] =>
  filterPatternReadings.map((reading) => matchesFilterPattern(parseFilterPattern(pattern), event, reading));

export const FIRES = [true, true];
export const QUIET = [false, false];
/** Quiet or not: AWS does not say. */
export const OPEN = [true, false];

export type { Address, AddressRange } from "./address";
export type * from "./ast";
export { EventPatternError } from "./error";
export { matchesEventPattern } from "./matches";
export { parseEventPattern } from "./parse";
export { EVENT_PATTERN_LARGEST_NUMBER, EVENT_PATTERN_MAX_CHARACTERS } from "./quotas";

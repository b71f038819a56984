export type * from "./ast";
export { isObject } from "../json";
export { matchesEventPattern } from "./matches";
export { parseEventPattern } from "./parse";
export { EVENT_PATTERN_LARGEST_NUMBER, EVENT_PATTERN_MAX_CHARACTERS, EVENT_PATTERN_MAX_COMBINATIONS } from "./quotas";

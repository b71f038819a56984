export type * from "./ast";
export { FilterPatternError } from "./error";
export { matchesFilterPattern } from "./matches";
export { parseFilterPattern } from "./parse";
export * from "./quotas";
export { type FilterPatternReading, filterPatternReadings } from "./readings";
export { renderFilterPattern } from "./render";

export type * from "./ast";
export { FilterPatternError } from "./cursor";
export { type FilterPatternReading, filterPatternReadings, matchesFilterPattern } from "./matches";
export { parseFilterPattern } from "./parse";
export * from "./quotas";
export { renderFilterPattern } from "./render";

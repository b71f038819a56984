export type * from "./ast";
export { FilterPatternError } from "./cursor";
export { filterPatternReadings, matchesFilterPattern, type FilterPatternReading } from "./matches";
export { parseFilterPattern } from "./parse";
export * from "./quotas";
export { renderFilterPattern } from "./render";
